package calendar.event.postgres.batch;

import calendar.batching.Pending;
import calendar.event.Event;
import java.util.List;

/** A question that some rows of events answer. */
public interface PendingRead<A> extends Pending<A> {
  String ownerId();

  /** Answers it with the events that were found, in the order in which they were asked for. */
  void found(List<Event> events);
}
