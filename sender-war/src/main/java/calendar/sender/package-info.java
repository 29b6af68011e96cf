/**
 * The sender: it takes reminders from the queue, delivers each that is still to be delivered, and
 * drops the others. {@link calendar.sender.Sender} is what it does with a batch.
 */
package calendar.sender;
