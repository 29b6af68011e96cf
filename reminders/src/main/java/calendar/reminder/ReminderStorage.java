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
 * Keeps where every reminder stands. A row is SCHEDULED, CLAIMED, PUBLISHED, then DELIVERED, MISSED
 * or FAILED, which are final. Safe for use by any number of threads and processes.
 *
 * <p>Each method is one transaction. Leases and the times of republishing go by the database's
 * clock. What is due, MISSED and purged goes by the time that the caller gives: programs give what
 * {@link calendar.time.ClockCheck} has just read from the database by {@link #now}.
 *
 * <p>Every method may throw {@link StorageUnavailableException}; then nothing is known to have been
 * changed: if the answer to a commit was lost, all of it was.
 */
public interface ReminderStorage {

  /** Reads the database's clock. */
  Instant now();

  /**
   * Claims what is due: scheduled reminders whose time has come, claimed ones whose lease has run
   * out, published ones that were not delivered in time. Reminders of events that are over are
   * marked MISSED instead. Never waits for another scheduler: skips what it is claiming.
   *
   * @param limit how many at most
   */
  Claim claim(Instant now, int limit, Duration lease);

  /**
   * Marks those of a claim that the queue has confirmed as PUBLISHED. Those that another scheduler
   * has claimed since, or that a sender has settled already, stay as they are. Never waits for
   * somebody who is changing one: skips it, and it stays claimed until its lease is over.
   *
   * @param republishAfter when to publish again what is not delivered by then; doubles every time
   */
  void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter);

  /**
   * Gives back those of a claim that the queue did not take: they are due again at once. Skips what
   * somebody is changing, as {@link #markPublished}.
   */
  void release(UUID claimId, Collection<UUID> reminderIds);

  /** How many reminders are due and not published. */
  long countDue(Instant now);

  /**
   * Settles reminders that came from the queue, and lets the sender deliver while the rows are
   * locked: what the delivery throws rolls everything back, and nothing is settled.
   *
   * @param delivery is given those to be delivered, in the order of the argument
   * @return what became of each
   */
  Map<UUID, Settlement> settle(List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery);

  /**
   * Notes that a delivery failed. The reminder is due again after a delay, or FAILED after too many
   * attempts.
   *
   * @param retryAfter the delay after the first failure; doubles every time
   * @return whether it is FAILED now
   */
  boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts);

  /**
   * Deletes events that ended before the given time, with their reminders. Of those that were
   * imported, nothing is remembered.
   *
   * @param limit how many at most
   * @return how many were deleted
   */
  int purge(Instant endedBefore, int limit);

  /**
   * Forgets imported events that were deleted before the given time: an import may bring them back.
   *
   * @param limit how many at most
   * @return how many were forgotten
   */
  int purgeDeleted(Instant deletedBefore, int limit);

  /** Returns if the storage answers. */
  void ping();
}
