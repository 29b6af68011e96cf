package calendar.reminder.messaging;

import calendar.reminder.DueReminder;
import java.util.List;

/** The queue between schedulers and senders. Safe for use by any number of threads. */
public interface ReminderQueue {

  /**
   * Sends reminders to the queue, which keeps them through a restart. Does not wait for the queue
   * to confirm them.
   *
   * @throws QueueUnavailableException if the queue cannot be reached; then nothing was published
   */
  Publishing publish(List<DueReminder> reminders);

  /**
   * Checks that the queue can be reached. Connects to it if necessary.
   *
   * @throws QueueUnavailableException if it cannot be reached
   */
  void ping();
}
