package calendar.reminder;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where due reminders wait for a sender. Safe for use by any number of threads. */
public interface ReminderQueue {

  /**
   * Puts reminders into the queue, to stay there through a restart of it. A reminder that is not
   * among those returned may be in the queue all the same: publish it again, it has the same id.
   *
   * @return the ids of those that the queue has surely taken
   * @throws QueueUnavailableException if there is no queue to be reached; nothing was published
   */
  Set<UUID> publish(List<DueReminder> reminders);

  /**
   * Returns if the queue can be reached; connects to it if need be.
   *
   * @throws QueueUnavailableException if it cannot
   */
  void ping();
}
