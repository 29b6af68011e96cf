/**
 * The sender takes reminders from the queue. It delivers each reminder that is not final yet and
 * drops the other messages. {@link calendar.sender.Sender} handles one batch.
 */
package calendar.sender;
