/** Reminders and their life cycle. */
package calendar.reminder;
