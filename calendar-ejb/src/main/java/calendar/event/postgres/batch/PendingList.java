package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.EventTexts;
import calendar.event.field.Interval;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A list of the events in an interval. See {@link calendar.event.EventStorage#list}. */
public record PendingList(
    String ownerId,
    Interval interval,
    Optional<EventPosition> after,
    int limit,
    CompletableFuture<List<Event>> result)
    implements PendingRead<List<Event>> {

  /** Keeps a batch of small lists within {@link BatchedReads#BATCH_READS}. */
  private static final int SMALLEST_SIZE = BatchedReads.BATCH_EVENTS / BatchedReads.BATCH_READS;

  public static PendingList of(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit) {
    return new PendingList(ownerId, interval, after, limit, new CancellableResult<>());
  }

  /** The number of events that it may find. */
  @Override
  public int size() {
    return Math.max(limit, SMALLEST_SIZE);
  }

  /** Returns true if the texts of its events can never exceed the limit of a list. */
  public boolean alwaysFits() {
    return EventTexts.alwaysFit(limit);
  }

  @Override
  public void complete(List<Event> found) {
    result.complete(found);
  }
}
