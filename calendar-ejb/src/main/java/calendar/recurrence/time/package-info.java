/** Starts and dates on the wall clock of a zone, and the instants that they stand for. */
package calendar.recurrence.time;
