/** Steps about reminders: when they are due, and that they arrive. */
package calendar.bdd.reminder;
