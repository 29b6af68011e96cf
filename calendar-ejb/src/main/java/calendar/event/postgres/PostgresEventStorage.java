package calendar.event.postgres;

import calendar.batching.AdmissionControl;
import calendar.batching.Operation;
import calendar.database.CollisionException;
import calendar.database.ConnectionShares;
import calendar.database.DatabaseErrors;
import calendar.database.Retries;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.EventStorage;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.event.field.Interval;
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
 * Keeps events in PostgreSQL. Its exclusion constraint rejects double bookings, however many
 * servers write at once.
 *
 * <p>When PostgreSQL rejects a change, it does not say which event conflicts. A new statement looks
 * for that event; if it finds none, the conflict has disappeared and the change is tried again.
 */
public final class PostgresEventStorage implements EventStorage, AdmissionControl, AutoCloseable {
  private final EventStatements statements;
  private final EventTransactions transactions;
  private final BatchedCreates creates;
  private final BatchedReads reads;

  /**
   * @param threads makes the threads that create and read; they end after {@link #close}
   * @param shares how many of these threads there are
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
    AtomicReference<Event> changed = new AtomicReference<>();
    UnaryOperator<Event> recording = stored -> changed.updateAndGet(any -> change.apply(stored));
    return Retries.onCollision(
        () -> {
          try {
            return translated(() -> transactions.update(ownerId, id, etag, recording));
          } catch (CollisionException collision) {
            Optional.ofNullable(changed.get()).ifPresent(this::requireNoConflict);
            throw collision;
          }
        });
  }

  @Override
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    Retries.onCollision(
        () ->
            translated(
                () -> {
                  transactions.delete(ownerId, id, etag, now);
                  return id;
                }));
  }

  @Override
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit) {
    return reads.list(ownerId, interval, after, limit);
  }

  @Override
  public List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    return Retries.onLostConnection(() -> statements.find(ownerId, uids, after, limit));
  }

  @Override
  public void ping() {
    statements.ping();
  }

  @Override
  public boolean hasCapacity(Operation operation) {
    return switch (operation) {
      case CREATE -> creates.hasCapacity();
      case GET -> reads.hasCapacityForGet();
      case LIST -> reads.hasCapacityForList();
    };
  }

  /** Rejects new creates and reads. Those that wait are still processed. */
  @Override
  public void close() {
    creates.close();
    reads.close();
  }

  private void requireNoConflict(Event event) {
    if (event.source().isPresent()) {
      throwFirst(statements.findSameComponents(List.of(event)));
    }
    if (event.isBusy()) {
      throwFirst(statements.findConflicts(List.of(event)));
    }
  }

  private static void throwFirst(Map<UUID, ? extends RuntimeException> errors) {
    for (RuntimeException error : errors.values()) {
      throw error;
    }
  }

  /** The container wraps failures of begin and commit, which happen outside the EJB's methods. */
  private static <T> T translated(Supplier<T> transaction) {
    try {
      return transaction.get();
    } catch (EJBException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }
}
