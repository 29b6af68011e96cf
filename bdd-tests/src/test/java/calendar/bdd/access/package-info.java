/** Steps about who may do what with a calendar. */
package calendar.bdd.access;
