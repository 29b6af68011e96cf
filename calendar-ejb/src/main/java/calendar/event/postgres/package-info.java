/**
 * The storage of events in PostgreSQL. Changes are transactions of several statements, through EJB
 * and JPA: they begin in {@link calendar.event.postgres.EventTransactions}. Creates and reads are
 * one statement each, which commits itself: {@link calendar.event.postgres.EventStatements}.
 */
package calendar.event.postgres;
