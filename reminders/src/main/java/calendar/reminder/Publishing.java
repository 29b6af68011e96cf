package calendar.reminder;

import java.util.Set;
import java.util.UUID;

/** Reminders on their way into the queue. For one thread. */
@FunctionalInterface
public interface Publishing {

  /**
   * Waits until the queue has told of each reminder, or has been silent for too long. To be called
   * once, whatever happens meanwhile. A reminder that is not among those returned may be in the
   * queue all the same: publish it again, it has the same id.
   *
   * @return the ids of those that the queue has surely taken
   */
  Set<UUID> taken();
}
