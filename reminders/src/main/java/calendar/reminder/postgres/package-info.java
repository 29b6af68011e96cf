/** Stores reminders in PostgreSQL. */
package calendar.reminder.postgres;
