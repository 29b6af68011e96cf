package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.batching.Pending;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A create that waits for its batch. See {@link calendar.event.EventStorage#create}. */
public record PendingCreate(
    Event event, Optional<UUID> requestId, CompletableFuture<CreatedEvent> result)
    implements Pending<CreatedEvent> {

  /**
   * The order in which every transaction inserts events: two that insert overlapping events in one
   * order cannot deadlock.
   */
  static final Comparator<PendingCreate> INSERT_ORDER =
      Comparator.<PendingCreate, String>comparing(pending -> pending.event().ownerId())
          .thenComparing(pending -> pending.event().position());

  public static PendingCreate of(Event event, Optional<UUID> requestId) {
    return new PendingCreate(event, requestId, new CancellableResult<>());
  }

  public boolean isImported() {
    return event.source().isPresent();
  }

  boolean conflictsWith(PendingCreate other) {
    return event.ownerId().equals(other.event.ownerId()) && event.conflictsWith(other.event);
  }

  /** Completes the result: the event was inserted. */
  void succeed() {
    result.complete(new CreatedEvent(event, false));
  }

  /**
   * Completes the result with the stored event: this one, or the one that an earlier request
   * stored.
   */
  void succeedAs(Event stored) {
    result.complete(new CreatedEvent(stored, !stored.id().equals(event.id())));
  }
}
