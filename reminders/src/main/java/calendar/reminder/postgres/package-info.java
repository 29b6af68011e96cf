/** Where reminders stand, in PostgreSQL. */
package calendar.reminder.postgres;
