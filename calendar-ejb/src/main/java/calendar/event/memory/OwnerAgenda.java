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

/** The events of one owner, which never overlap. Its monitor guards all of it. */
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
    Event present = inState(id, etag);
    Event changed = change.apply(present);
    components.requireNoOther(changed);
    requireFree(changed);
    byStart.remove(present.startTime());
    components.remove(present);
    put(changed);
    return changed;
  }

  synchronized void delete(UUID id, Optional<String> etag, Instant now) {
    Event present = inState(id, etag);
    components.delete(present, now);
    byStart.remove(present.startTime());
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

  private Event inState(UUID id, Optional<String> etag) {
    Event present = get(id);
    if (etag.isPresent() && !etag.get().equals(present.etag())) {
      throw new EtagMismatchException(id);
    }
    return present;
  }

  private void requireFree(Event wanted) {
    // Two at most: when the first is the event itself, as it stands, the next may be another.
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
