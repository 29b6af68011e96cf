package calendar.event.postgres;

import calendar.batching.Operation;
import calendar.database.CollisionException;
import calendar.database.ConnectionShares;
import calendar.database.DatabaseErrors;
import calendar.error.StorageUnavailableException;
import calendar.event.ComponentId;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.event.FoundComponent;
import calendar.event.Interval;
import calendar.event.postgres.batch.BatchedCreates;
import calendar.event.postgres.batch.BatchedReads;
import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
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
public final class PostgresEventStorage implements EventStorage, AutoCloseable {
  private static final int TRIES = 5;

  private final EventStatements statements;
  private final EventTransactions transactions;
  private final BatchedCreates creates;
  private final BatchedReads reads;

  /**
   * @param threads makes the threads that create and read; they end after {@link #close}
   * @param shares how many of them there are
   */
  public PostgresEventStorage(
      EventStatements statements,
      EventTransactions transactions,
      ThreadFactory threads,
      ConnectionShares shares) {
    this.statements = statements;
    this.transactions = transactions;
    this.creates = new BatchedCreates(statements, threads, shares.writers());
    this.reads = new BatchedReads(statements, threads, shares.readersOfAKind());
  }

  @Override
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    return creates.create(event, requestId);
  }

  @Override
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    return reads.get(ownerId, id);
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
            Optional.ofNullable(wanted.get()).ifPresent(this::requireNothingInTheWay);
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    untilSettled(
        () -> {
          try {
            transactions.delete(ownerId, id, etag, now);
            return Optional.of(id);
          } catch (CollisionException deadlock) {
            return Optional.empty();
          }
        });
  }

  @Override
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<Instant> after, int limit) {
    return reads.list(ownerId, interval, after, limit);
  }

  @Override
  public List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    try {
      return statements.find(ownerId, uids, after, limit);
    } catch (StorageUnavailableException gone) {
      // Perhaps only the connection broke.
      return statements.find(ownerId, uids, after, limit);
    }
  }

  @Override
  public void ping() {
    answered(
        () -> {
          statements.ping();
          return true;
        });
  }

  @Override
  public boolean takes(Operation work) {
    return switch (work) {
      case CREATE -> creates.takes();
      case GET -> reads.takesGets();
      case LIST -> reads.takesLists();
    };
  }

  /** Takes no more creates and reads. Those that wait are still answered. */
  @Override
  public void close() {
    creates.close();
    reads.close();
  }

  /** Throws what is in the way of the event, if anything still is. */
  private void requireNothingInTheWay(Event event) {
    if (event.source().isPresent()) {
      throwAny(statements.sameComponent(List.of(event)));
    }
    throwAny(statements.conflicts(List.of(event)));
  }

  private static void throwAny(Map<UUID, ? extends RuntimeException> refusals) {
    refusals
        .values()
        .forEach(
            refusal -> {
              throw refusal;
            });
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
