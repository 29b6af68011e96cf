/**
 * The storage of events in PostgreSQL, through JPA and EJB. {@link
 * calendar.event.postgres.EventTransactions} is where every transaction begins.
 */
package calendar.event.postgres;
