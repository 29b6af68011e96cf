package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.batching.Pending;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * An event that somebody waits to see created.
 *
 * @param answer completed once; its caller may cancel it, and then nothing need be done any more
 */
public record PendingCreate(
    Event event, Optional<UUID> requestId, CompletableFuture<CreatedEvent> answer)
    implements Pending<CreatedEvent> {

  /**
   * The order in which all transactions insert. Two that insert what overlaps in the same order
   * wait for each other one way only.
   */
  public static final Comparator<PendingCreate> BY_TIME =
      Comparator.<PendingCreate, String>comparing(pending -> pending.event().ownerId())
          .thenComparing(pending -> pending.event().startTime());

  public static PendingCreate of(Event event, Optional<UUID> requestId) {
    return new PendingCreate(event, requestId, new CancellableResult<>());
  }

  public boolean isImported() {
    return event.source().isPresent();
  }

  public boolean overlaps(PendingCreate other) {
    return event.ownerId().equals(other.event.ownerId())
        && event.interval().overlaps(other.event.interval());
  }

  public void created() {
    answer.complete(new CreatedEvent(event, false));
  }

  public void existsAs(Event earlier) {
    answer.complete(new CreatedEvent(earlier, !earlier.id().equals(event.id())));
  }
}
