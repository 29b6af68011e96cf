package calendar.event.memory;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.TimeConflictException;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.EventTexts;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.event.field.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The events of one owner. No two busy ones overlap. Safe for use by any number of threads. */
final class OwnerAgenda implements OwnerEvents {
  private final String ownerId;
  private final NavigableMap<EventPosition, Event> byPosition = new TreeMap<>();
  private final Map<UUID, Event> byId = new HashMap<>();
  private final Map<UUID, UUID> eventIdByRequestId = new HashMap<>();
  private final OwnerComponents components = new OwnerComponents();

  OwnerAgenda(String ownerId) {
    this.ownerId = ownerId;
  }

  synchronized CreatedEvent create(Event event, Optional<UUID> requestId) {
    Optional<UUID> earlier = requestId.map(eventIdByRequestId::get);
    if (earlier.isPresent()) {
      return new CreatedEvent(byId.get(earlier.get()), true);
    }
    components.requireNoOther(event);
    requireNoConflict(event);
    put(event);
    requestId.ifPresent(request -> eventIdByRequestId.put(request, event.id()));
    return new CreatedEvent(event, false);
  }

  synchronized Event get(UUID id) {
    Event event = byId.get(id);
    if (event == null) {
      throw new EventNotFoundException(ownerId, id);
    }
    return event;
  }

  synchronized Event update(UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    Event stored = getInState(id, etag);
    Event changed = change.apply(stored);
    components.requireNoOther(changed);
    requireNoConflict(changed);
    byPosition.remove(stored.position());
    components.remove(stored);
    put(changed);
    return changed;
  }

  synchronized void delete(UUID id, Optional<String> etag, Instant now) {
    remove(getInState(id, etag), now);
  }

  synchronized List<Event> list(Interval interval, Optional<EventPosition> after, int limit) {
    return EventTexts.listed(
        overlapping(interval)
            .filter(event -> after.isEmpty() || event.position().compareTo(after.get()) > 0)
            .limit(limit)
            .toList());
  }

  synchronized List<FoundComponent> find(
      Collection<String> uids, Optional<ComponentId> after, int limit) {
    return components.find(uids, after, limit);
  }

  /** Runs a change while nobody else reads or changes these events. */
  synchronized <T> T inOneStep(Function<OwnerEvents, T> change) {
    return change.apply(this);
  }

  @Override
  public synchronized List<Event> all() {
    return List.copyOf(byPosition.values());
  }

  @Override
  public synchronized void remove(Collection<Event> events, Instant now) {
    events.forEach(event -> remove(event, now));
  }

  @Override
  public synchronized void put(Collection<Event> events) {
    for (Event event : events) {
      Event stored = byId.get(event.id());
      if (stored != null) {
        byPosition.remove(stored.position());
        components.remove(stored);
      }
    }
    events.forEach(this::put);
  }

  private Event getInState(UUID id, Optional<String> etag) {
    Event stored = get(id);
    if (etag.isPresent() && !etag.get().equals(stored.etag())) {
      throw new EtagMismatchException(id);
    }
    return stored;
  }

  private void requireNoConflict(Event wanted) {
    overlapping(wanted.interval())
        .filter(event -> !event.id().equals(wanted.id()) && event.conflictsWith(wanted))
        .findFirst()
        .ifPresent(
            busy -> {
              throw new TimeConflictException(busy.id(), busy.startTime(), busy.endTime());
            });
  }

  /** In the order of a list. Reads all events that start before the end of the interval. */
  private Stream<Event> overlapping(Interval interval) {
    EventPosition end = new EventPosition(interval.end(), new UUID(0, 0));
    return byPosition.headMap(end).values().stream()
        .filter(event -> event.interval().overlaps(interval));
  }

  private void remove(Event stored, Instant now) {
    components.delete(stored, now);
    byPosition.remove(stored.position());
    byId.remove(stored.id());
    eventIdByRequestId.values().remove(stored.id());
  }

  private void put(Event event) {
    byPosition.put(event.position(), event);
    byId.put(event.id(), event);
    components.put(event);
  }
}
