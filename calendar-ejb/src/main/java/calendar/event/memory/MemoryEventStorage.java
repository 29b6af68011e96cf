package calendar.event.memory;

import calendar.error.CalendarException;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps events in the memory of this process, for tests and for trying the calendar out. Other
 * processes do not see them, so no reminder is sent. They are lost when the process ends.
 */
public final class MemoryEventStorage implements EventStorage {
  private final Map<String, OwnerAgenda> agendas = new ConcurrentHashMap<>();

  @Override
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    return completed(
        () -> agendas.computeIfAbsent(event.ownerId(), OwnerAgenda::new).create(event, requestId));
  }

  @Override
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    return completed(() -> agenda(ownerId).get(id));
  }

  @Override
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    return agenda(ownerId).update(id, etag, change);
  }

  @Override
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    agenda(ownerId).delete(id, etag, now);
  }

  @Override
  public List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    return agenda(ownerId).find(uids, after, limit);
  }

  @Override
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit) {
    return completed(() -> agenda(ownerId).list(interval, after, limit));
  }

  @Override
  public void ping() {
    // Memory always answers.
  }

  /**
   * Changes any number of an owner's events in one step: nobody else reads or changes them
   * meanwhile.
   */
  public <T> T change(String ownerId, Function<OwnerEvents, T> change) {
    return agendas.computeIfAbsent(ownerId, OwnerAgenda::new).inOneStep(change);
  }

  private static <T> CompletableFuture<T> completed(Supplier<T> work) {
    try {
      return CompletableFuture.completedFuture(work.get());
    } catch (CalendarException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private OwnerAgenda agenda(String ownerId) {
    return agendas.getOrDefault(ownerId, new OwnerAgenda(ownerId));
  }
}
