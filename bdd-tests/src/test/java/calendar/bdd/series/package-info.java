/** Steps about series. */
package calendar.bdd.series;
