package calendar.event.postgres;

import calendar.database.CollisionException;
import calendar.database.DatabaseErrors;
import calendar.error.StorageUnavailableException;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.event.Interval;
import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps events in PostgreSQL, whose exclusion constraint refuses double bookings however many
 * servers write at once.
 *
 * <p>A statement that the database refuses only says that something was in the way, and by the time
 * that one looks it may be gone. So what collides is looked into in a new transaction, and tried
 * again when nothing is found there.
 */
public final class PostgresEventStorage implements EventStorage {
  private static final int TRIES = 5;

  private final EventTransactions transactions;

  public PostgresEventStorage(EventTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CompletionStage<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    try {
      return CompletableFuture.completedStage(
          untilSettled(
              () ->
                  inserted(event, requestId)
                      ? Optional.of(new CreatedEvent(event, false))
                      : transactions.settle(event, requestId)));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  @Override
  public Event get(String ownerId, UUID id) {
    return answered(() -> transactions.get(ownerId, id));
  }

  @Override
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    AtomicReference<Event> wanted = new AtomicReference<>();
    UnaryOperator<Event> noted = present -> wanted.updateAndGet(any -> change.apply(present));
    return untilSettled(
        () -> {
          try {
            return Optional.of(transactions.update(ownerId, id, etag, noted));
          } catch (CollisionException collision) {
            Optional.ofNullable(wanted.get()).ifPresent(transactions::requireFree);
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String ownerId, UUID id, Optional<String> etag) {
    untilSettled(
        () -> {
          transactions.delete(ownerId, id, etag);
          return Optional.of(id);
        });
  }

  @Override
  public List<Event> list(String ownerId, Interval interval, Optional<Instant> after, int limit) {
    return answered(() -> transactions.list(ownerId, interval, after, limit));
  }

  @Override
  public void ping() {
    answered(
        () -> {
          transactions.ping();
          return true;
        });
  }

  private boolean inserted(Event event, Optional<UUID> requestId) {
    try {
      return transactions.insert(event, requestId);
    } catch (CollisionException collision) {
      return false;
    }
  }

  private static <T> T untilSettled(Supplier<Optional<T>> attempt) {
    for (int tries = 1; tries <= TRIES; tries++) {
      Optional<T> answer = answered(attempt::get);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new StorageUnavailableException(
        "others kept getting in the way, %d times".formatted(TRIES));
  }

  /** Begin and commit fail outside the methods of {@link EventTransactions}: in the container. */
  private static <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (EJBException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }
}
