package calendar.event.postgres.batch;

import calendar.batching.CancellableResult;
import calendar.error.EventNotFoundException;
import calendar.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A read of one event by its id. See {@link calendar.event.EventStorage#get}. */
public record PendingGet(String ownerId, UUID id, CompletableFuture<Event> result)
    implements PendingRead<Event> {

  public static PendingGet of(String ownerId, UUID id) {
    return new PendingGet(ownerId, id, new CancellableResult<>());
  }

  @Override
  public void complete(List<Event> found) {
    if (found.isEmpty()) {
      fail(new EventNotFoundException(ownerId, id));
    } else {
      result.complete(found.get(0));
    }
  }
}
