package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.error.EventNotFoundException;
import calendar.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An event that somebody waits to see. */
public record PendingGet(String ownerId, UUID id, CompletableFuture<Event> answer)
    implements PendingRead<Event> {

  public static PendingGet of(String ownerId, UUID id) {
    return new PendingGet(ownerId, id, new CancellableResult<>());
  }

  @Override
  public void found(List<Event> events) {
    if (events.isEmpty()) {
      refuse(new EventNotFoundException(ownerId, id));
    } else {
      answer.complete(events.get(0));
    }
  }
}
