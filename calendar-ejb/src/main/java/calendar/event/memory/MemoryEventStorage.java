package calendar.event.memory;

import calendar.batching.Operation;
import calendar.error.CalendarException;
import calendar.event.ComponentId;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.event.FoundComponent;
import calendar.event.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps events in this process' memory: for tests and for trying the calendar out. They are gone
 * when the process ends, and no other process sees them; nothing sends their reminders.
 */
public final class MemoryEventStorage implements EventStorage {
  private final Map<String, OwnerAgenda> agendas = new ConcurrentHashMap<>();

  @Override
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    return answer(
        () -> agendas.computeIfAbsent(event.ownerId(), OwnerAgenda::new).create(event, requestId));
  }

  @Override
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    return answer(() -> agenda(ownerId).get(id));
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
      String ownerId, Interval interval, Optional<Instant> after, int limit) {
    return answer(() -> agenda(ownerId).list(interval, after, limit));
  }

  @Override
  public boolean takes(Operation work) {
    return true;
  }

  @Override
  public void ping() {
    // Memory always answers.
  }

  private static <T> CompletableFuture<T> answer(Supplier<T> work) {
    try {
      return CompletableFuture.completedFuture(work.get());
    } catch (CalendarException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private OwnerAgenda agenda(String ownerId) {
    return agendas.getOrDefault(ownerId, new OwnerAgenda(ownerId));
  }
}
