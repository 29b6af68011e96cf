package calendar.reminder.messaging;

import java.util.Set;
import java.util.UUID;

/** A batch of reminders that was sent to the queue. Not thread safe. */
@FunctionalInterface
public interface Publishing {

  /**
   * Blocks until the queue has answered for each reminder, or has been silent for too long. Call it
   * exactly once, whatever else fails, because it frees the channel.
   *
   * <p>A reminder that is not confirmed may be in the queue too. Publish it again; both messages
   * have the same id.
   *
   * @return the ids of the reminders that the queue has confirmed
   */
  Set<UUID> awaitConfirmed();
}
