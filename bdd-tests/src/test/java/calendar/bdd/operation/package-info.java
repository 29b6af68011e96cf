/** Steps about what operators do: configuration, health, metrics, outages. */
package calendar.bdd.operation;
