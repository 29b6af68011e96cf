package calendar.reminder.postgres;

import calendar.database.CollisionException;
import calendar.database.DatabaseErrors;
import calendar.error.StorageUnavailableException;
import calendar.reminder.Claim;
import calendar.reminder.DeliveryOutcome;
import calendar.reminder.ReminderStorage;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stores reminders in PostgreSQL. Retries a transaction that collides with another one, up to five
 * times in all. Thread safe.
 */
public final class PostgresReminderStorage implements ReminderStorage {
  private static final int TRIES = 5;

  private final ReminderTransactions transactions;

  public PostgresReminderStorage(ReminderTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Instant now() {
    return retryOnCollision(transactions::now);
  }

  @Override
  public Claim claim(Instant now, int limit, Duration lease) {
    return retryOnCollision(() -> transactions.claim(now, limit, lease));
  }

  @Override
  public void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter) {
    retryOnCollision(() -> transactions.markPublished(claimId, reminderIds, republishAfter));
  }

  @Override
  public void release(UUID claimId, Collection<UUID> reminderIds) {
    retryOnCollision(() -> transactions.release(claimId, reminderIds));
  }

  @Override
  public long countDue(Instant now) {
    return retryOnCollision(() -> transactions.countDue(now));
  }

  @Override
  public Map<UUID, DeliveryOutcome> deliver(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery) {
    return retryOnCollision(() -> transactions.deliver(reminderIds, now, delivery));
  }

  @Override
  public boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    return retryOnCollision(
        () -> transactions.markAttemptFailed(reminderId, reason, now, retryAfter, maxAttempts));
  }

  @Override
  public int purge(Instant endedBefore, int limit) {
    return retryOnCollision(() -> transactions.purge(endedBefore, limit));
  }

  @Override
  public int purgeDeleted(Instant deletedBefore, int limit) {
    return retryOnCollision(() -> transactions.purgeDeleted(deletedBefore, limit));
  }

  @Override
  public void ping() {
    retryOnCollision(transactions::ping);
  }

  private static void retryOnCollision(Runnable work) {
    retryOnCollision(
        () -> {
          work.run();
          return true;
        });
  }

  private static <T> T retryOnCollision(Supplier<T> work) {
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
        "gave up after %d conflicts with concurrent changes; try again".formatted(TRIES));
  }

  /** Unwraps what the container wrapped: a failed begin or commit, or a failure of the delivery. */
  private static RuntimeException cause(EJBException failure) {
    RuntimeException translated = DatabaseErrors.translate(failure);
    boolean wrapped = translated == failure && failure.getCause() instanceof RuntimeException;
    return wrapped ? (RuntimeException) failure.getCause() : translated;
  }
}
