package calendar.event.memory;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.TimeConflictException;
import calendar.event.ComponentId;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventTexts;
import calendar.event.FoundComponent;
import calendar.event.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The events of one owner, which never overlap. Safe for use by any number of threads. */
final class OwnerAgenda {
  private final String ownerId;
  private final NavigableMap<Instant, Event> byStart = new TreeMap<>();
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
    requireFree(event);
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
    requireFree(changed);
    byStart.remove(stored.startTime());
    components.remove(stored);
    put(changed);
    return changed;
  }

  synchronized void delete(UUID id, Optional<String> etag, Instant now) {
    Event stored = getInState(id, etag);
    components.delete(stored, now);
    byStart.remove(stored.startTime());
    byId.remove(id);
    eventIdByRequestId.values().remove(id);
  }

  synchronized List<Event> list(Interval interval, Optional<Instant> after, int limit) {
    Instant from = Optional.ofNullable(byStart.floorKey(interval.start())).orElse(Instant.MIN);
    return EventTexts.listed(
        byStart.subMap(from, true, interval.end(), false).values().stream()
            .filter(event -> event.interval().overlaps(interval))
            .filter(event -> after.map(event.startTime()::isAfter).orElse(true))
            .limit(limit)
            .toList());
  }

  synchronized List<FoundComponent> find(
      Collection<String> uids, Optional<ComponentId> after, int limit) {
    return components.find(uids, after, limit);
  }

  private Event getInState(UUID id, Optional<String> etag) {
    Event stored = get(id);
    if (etag.isPresent() && !etag.get().equals(stored.etag())) {
      throw new EtagMismatchException(id);
    }
    return stored;
  }

  private void requireFree(Event wanted) {
    // Two are enough: only one of them can be the stored version of this event.
    list(wanted.interval(), Optional.empty(), 2).stream()
        .filter(event -> !event.id().equals(wanted.id()))
        .findFirst()
        .ifPresent(
            busy -> {
              throw new TimeConflictException(busy.id(), busy.startTime(), busy.endTime());
            });
  }

  private void put(Event event) {
    byStart.put(event.startTime(), event);
    byId.put(event.id(), event);
    components.put(event);
  }
}
