/**
 * Creates and reads of events in batches, each a single statement. Knows no SQL: {@link
 * calendar.event.postgres.batch.BatchStatements} has what a batch needs of the database.
 */
package calendar.event.postgres.batch;
