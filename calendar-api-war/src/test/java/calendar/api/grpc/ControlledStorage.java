package calendar.api.grpc;

import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.EventStorage;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.event.field.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A storage for tests: it runs something before each read and delete, and passes its lists through
 * a function that may hold them.
 */
record ControlledStorage(
    EventStorage storage,
    Runnable beforeRead,
    Runnable beforeDelete,
    UnaryOperator<CompletableFuture<List<Event>>> lists)
    implements EventStorage {

  @Override
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    return storage.create(event, requestId);
  }

  @Override
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    beforeRead.run();
    return storage.get(ownerId, id);
  }

  @Override
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    return storage.update(ownerId, id, etag, change);
  }

  @Override
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    beforeDelete.run();
    storage.delete(ownerId, id, etag, now);
  }

  @Override
  public List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    beforeRead.run();
    return storage.find(ownerId, uids, after, limit);
  }

  @Override
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit) {
    return lists.apply(storage.list(ownerId, interval, after, limit));
  }

  @Override
  public void ping() {
    storage.ping();
  }
}
