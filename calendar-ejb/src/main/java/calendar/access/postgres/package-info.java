/** Grants in PostgreSQL. */
package calendar.access.postgres;
