/** What the storages in PostgreSQL share. */
package calendar.database;
