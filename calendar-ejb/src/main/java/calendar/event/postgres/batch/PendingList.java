package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.event.Event;
import calendar.event.EventTexts;
import calendar.event.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Events of a time that somebody waits to see: those that begin after a time, up to a limit. */
public record PendingList(
    String ownerId,
    Interval interval,
    Optional<Instant> after,
    int limit,
    CompletableFuture<List<Event>> answer)
    implements PendingRead<List<Event>> {

  private static final int SMALLEST = BatchedReads.MOST_EVENTS / BatchedReads.MOST_QUESTIONS;

  public static PendingList of(
      String ownerId, Interval interval, Optional<Instant> after, int limit) {
    return new PendingList(ownerId, interval, after, limit, new CancellableResult<>());
  }

  /** As many events as it may find. */
  @Override
  public int size() {
    return Math.max(limit, SMALLEST);
  }

  /** Whether it never ends for its texts. */
  public boolean alwaysFits() {
    return EventTexts.alwaysFit(limit);
  }

  @Override
  public void found(List<Event> events) {
    answer.complete(events);
  }
}
