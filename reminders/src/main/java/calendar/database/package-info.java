/** Database helpers that all storages in PostgreSQL use. */
package calendar.database;
