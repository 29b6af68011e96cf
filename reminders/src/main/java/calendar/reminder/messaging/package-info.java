/** The messages of reminders: their format, the port to the queue, and the port to the delivery. */
package calendar.reminder.messaging;
