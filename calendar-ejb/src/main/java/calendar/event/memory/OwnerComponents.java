package calendar.event.memory;

import calendar.error.IcalUidExistsException;
import calendar.event.DeletedComponent;
import calendar.event.Event;
import calendar.event.EventTexts;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.event.field.IcalSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The imported events and the deleted components of one owner. Not safe for use by several threads:
 * {@link OwnerAgenda} guards it.
 */
final class OwnerComponents {
  private final NavigableMap<ComponentId, Event> events = new TreeMap<>();
  private final NavigableMap<ComponentId, DeletedComponent> deleted = new TreeMap<>();

  /**
   * @throws IcalUidExistsException if another event has the component of this one
   */
  void requireNoOther(Event wanted) {
    wanted
        .source()
        .map(source -> events.get(source.component()))
        .filter(event -> !event.id().equals(wanted.id()))
        .ifPresent(
            other -> {
              throw new IcalUidExistsException(other.id());
            });
  }

  void put(Event event) {
    event.source().ifPresent(source -> events.put(source.component(), event));
  }

  void remove(Event event) {
    event.source().ifPresent(source -> events.remove(source.component()));
  }

  /** Removes an event and notes its component as deleted. */
  void delete(Event event, Instant now) {
    remove(event);
    event.source().ifPresent(source -> deleted.put(source.component(), deleted(source, now)));
  }

  private static DeletedComponent deleted(IcalSource source, Instant now) {
    return new DeletedComponent(source.component(), source.sequence(), now);
  }

  List<FoundComponent> find(Collection<String> uids, Optional<ComponentId> after, int limit) {
    NavigableMap<ComponentId, FoundComponent> all = new TreeMap<>(deleted);
    events.forEach((id, event) -> all.put(id, new FoundComponent.Imported(event)));
    Set<String> wanted = Set.copyOf(uids);
    return EventTexts.found(
        after.map(id -> all.tailMap(id, false)).orElse(all).values().stream()
            .filter(entry -> wanted.contains(entry.id().uid()))
            .limit(limit)
            .toList());
  }
}
