/**
 * PostgreSQL servers with the roles and the database of the calendar, but without its tables.
 *
 * <p>{@link calendar.local.postgres.EmbeddedDatabase} needs no Docker; {@link
 * calendar.local.postgres.ContainerDatabase} is for tests.
 */
package calendar.local.postgres;
