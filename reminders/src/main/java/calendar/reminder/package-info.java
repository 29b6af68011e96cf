/**
 * Reminders: their life cycle ({@link calendar.reminder.ReminderState}), their messages, and the
 * ports to the storage, the queue and the delivery.
 */
package calendar.reminder;
