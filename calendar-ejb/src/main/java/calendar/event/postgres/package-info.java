/**
 * The storage of events in PostgreSQL. Updates and deletions take several statements; their
 * transactions begin in {@link calendar.event.postgres.EventTransactions}, through EJB and JPA.
 * Creates and reads are one statement each, which commits by itself: {@link
 * calendar.event.postgres.EventStatements}.
 */
package calendar.event.postgres;
