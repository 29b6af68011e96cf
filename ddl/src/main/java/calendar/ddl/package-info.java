/** The database schema: {@link calendar.ddl.Migrations} applies it, calendar_migrate runs that. */
package calendar.ddl;
