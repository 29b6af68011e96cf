/**
 * PostgreSQL servers with the roles and the database of the calendar, but without its tables.
 * {@link calendar.local.postgres.EmbeddedDatabase} starts one without Docker.
 */
package calendar.local.postgres;
