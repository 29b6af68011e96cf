package calendar.reminder;

import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Stores the state of every reminder and makes the transitions that {@link ReminderState} lists.
 * Safe for use by any number of threads and processes.
 *
 * <p>Each method is one transaction. Leases and republishing use the database's clock. Due, MISSED
 * and purge use the time that the caller passes. Programs pass the time that {@link
 * calendar.time.ClockCheck} has just read with {@link #now}.
 *
 * <p>Every method may throw {@link StorageUnavailableException}. Then the transaction took effect
 * completely or not at all, and the caller cannot know which: the answer to a commit may be lost.
 */
public interface ReminderStorage {

  /** Reads the database's clock. */
  Instant now();

  /**
   * Claims reminders to publish: scheduled reminders that are due, claimed reminders whose lease
   * has run out, and published reminders that were not delivered in time. Marks reminders as MISSED
   * instead if their event is over. Never waits: skips reminders that another transaction holds.
   *
   * @param limit the largest number of reminders to claim or mark
   * @param lease how long no other scheduler can claim them
   */
  Claim claim(Instant now, int limit, Duration lease);

  /**
   * Marks reminders as PUBLISHED after the queue has confirmed them. Changes only reminders that
   * this claim still holds. Never waits: skips reminders that another transaction holds; such a
   * reminder stays claimed until its lease runs out.
   *
   * @param republishAfter after this time an undelivered reminder is published again; the time
   *     doubles with each repeat, up to 1024 times
   */
  void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter);

  /**
   * Gives back reminders of a claim that the queue did not confirm. They are due again at once.
   * Skips the same reminders as {@link #markPublished}.
   */
  void release(UUID claimId, Collection<UUID> reminderIds);

  /** Returns the number of reminders that are due and not published. */
  long countDue(Instant now);

  /**
   * Delivers reminders that came from the queue. Locks them, marks them as DELIVERED or MISSED, and
   * calls the delivery before it commits. Waits for reminders that another transaction holds. If
   * the delivery throws, no reminder changes and this method throws the same exception.
   *
   * @param delivery gets the ids to deliver, without duplicates, in the order of the argument
   * @return the outcome of each id
   */
  Map<UUID, DeliveryOutcome> deliver(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery);

  /**
   * Records a failed attempt to deliver a reminder. The reminder becomes SCHEDULED and is due again
   * after a delay. After the last attempt it becomes FAILED. Final reminders do not change.
   *
   * @param retryAfter the delay after the first failure; it doubles with each failure, up to 1024
   *     times
   * @return true if this attempt made the reminder FAILED
   */
  boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts);

  /**
   * Deletes events that ended before the given time, with their reminders. Does not remember
   * deleted imported events.
   *
   * @param limit the largest number of events to delete
   * @return the number of deleted events
   */
  int purge(Instant endedBefore, int limit);

  /**
   * Forgets imported events that were deleted before the given time. A later import may create them
   * again.
   *
   * @param limit the largest number of events to forget
   * @return the number of forgotten events
   */
  int purgeDeleted(Instant deletedBefore, int limit);

  /**
   * Checks that the storage answers.
   *
   * @throws StorageUnavailableException if it does not
   */
  void ping();
}
