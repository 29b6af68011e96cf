/**
 * Reminders: their life cycle ({@link calendar.reminder.ReminderState}) and the port to their
 * storage.
 */
package calendar.reminder;
