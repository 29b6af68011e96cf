package calendar.reminder.postgres;

import calendar.database.CollisionException;
import calendar.database.DatabaseErrors;
import calendar.error.StorageUnavailableException;
import calendar.reminder.Claim;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps reminders in PostgreSQL, and tries again what collides with another transaction. */
public final class PostgresReminderStorage implements ReminderStorage {
  private static final int TRIES = 5;

  private final ReminderTransactions transactions;

  public PostgresReminderStorage(ReminderTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Instant now() {
    return settled(transactions::now);
  }

  @Override
  public Claim claim(Instant now, int limit, Duration lease) {
    return settled(() -> transactions.claim(now, limit, lease));
  }

  @Override
  public void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter) {
    settled(() -> transactions.markPublished(claimId, reminderIds, republishAfter));
  }

  @Override
  public void release(UUID claimId, Collection<UUID> reminderIds) {
    settled(() -> transactions.release(claimId, reminderIds));
  }

  @Override
  public long countDue(Instant now) {
    return settled(() -> transactions.countDue(now));
  }

  @Override
  public Map<UUID, Settlement> settle(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery) {
    return settled(() -> transactions.settle(reminderIds, now, delivery));
  }

  @Override
  public boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    return settled(
        () -> transactions.markAttemptFailed(reminderId, reason, now, retryAfter, maxAttempts));
  }

  @Override
  public int purge(Instant endedBefore, int limit) {
    return settled(() -> transactions.purge(endedBefore, limit));
  }

  @Override
  public int purgeDeleted(Instant deletedBefore, int limit) {
    return settled(() -> transactions.purgeDeleted(deletedBefore, limit));
  }

  @Override
  public void ping() {
    settled(transactions::ping);
  }

  private static void settled(Runnable work) {
    settled(
        () -> {
          work.run();
          return true;
        });
  }

  private static <T> T settled(Supplier<T> work) {
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        return work.get();
      } catch (CollisionException collision) {
        continue;
      } catch (EJBException failure) {
        throw cause(failure);
      }
    }
    throw new StorageUnavailableException(
        "others kept getting in the way, %d times".formatted(TRIES));
  }

  /** What the container wrapped: a failure of its own (begin, commit), or of the delivery. */
  private static RuntimeException cause(EJBException failure) {
    RuntimeException translated = DatabaseErrors.translate(failure);
    boolean wrapped = translated == failure && failure.getCause() instanceof RuntimeException;
    return wrapped ? (RuntimeException) failure.getCause() : translated;
  }
}
