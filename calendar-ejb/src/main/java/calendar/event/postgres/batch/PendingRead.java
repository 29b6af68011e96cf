package calendar.event.postgres.batch;

import calendar.batching.Pending;
import calendar.event.Event;
import java.util.List;

/**
 * A read that waits for its batch.
 *
 * @param <R> the type of its result
 */
public interface PendingRead<R> extends Pending<R> {
  String ownerId();

  /** Completes the result with the events that the statement found for this read. */
  void complete(List<Event> found);
}
