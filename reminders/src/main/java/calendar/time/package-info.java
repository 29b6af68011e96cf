/** The host's clock, the database's clock, and the check that they agree. */
package calendar.time;
