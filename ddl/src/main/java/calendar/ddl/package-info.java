/**
 * The database schema. {@link calendar.ddl.Migrations} applies it; {@code calendar_migrate} runs
 * it.
 */
package calendar.ddl;
