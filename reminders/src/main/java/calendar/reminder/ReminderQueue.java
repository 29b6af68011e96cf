package calendar.reminder;

import java.util.List;

/** Where due reminders wait for a sender. Safe for use by any number of threads. */
public interface ReminderQueue {

  /**
   * Sends reminders to the queue, to stay there through a restart of it. Does not wait until the
   * queue has taken them all: there is time for other work meanwhile.
   *
   * @throws QueueUnavailableException if there is no queue to be reached; nothing was published
   */
  Publishing publish(List<DueReminder> reminders);

  /**
   * Returns if the queue can be reached; connects to it if need be.
   *
   * @throws QueueUnavailableException if it cannot
   */
  void ping();
}
