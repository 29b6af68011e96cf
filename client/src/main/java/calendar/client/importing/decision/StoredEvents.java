package calendar.client.importing.decision;

import calendar.client.ProtoTimes;
import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.RecurrenceId;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the calendar knows of the components of one owner. Safe for use by many threads. */
public final class StoredEvents {
  private final Map<ComponentKey, Event> events = new HashMap<>();
  private final Map<ComponentKey, DeletedComponent> deleted = new HashMap<>();
  private final Map<String, List<Event>> byUid = new HashMap<>();

  public synchronized void add(FindEventsResponse found) {
    found.getEventsList().forEach(this::add);
    for (DeletedComponent component : found.getDeletedComponentsList()) {
      deleted.put(
          ComponentKey.of(component.getIcalUid(), component.getIcalRecurrenceId()), component);
    }
  }

  private void add(Event event) {
    events.put(ComponentKey.of(event.getIcalUid(), event.getIcalRecurrenceId()), event);
    byUid.computeIfAbsent(event.getIcalUid(), uid -> new ArrayList<>(1)).add(event);
  }

  /** The event of a component. */
  public synchronized Optional<Event> event(ComponentIdentity component) {
    return Optional.ofNullable(events.get(ComponentKey.of(component)))
        .or(
            () ->
                eventsOf(component.uid()).stream()
                    .filter(event -> isOccurrence(component, event.getIcalRecurrenceId()))
                    .findFirst());
  }

  /** The component, if its event was deleted in the calendar. */
  public synchronized Optional<DeletedComponent> deleted(ComponentIdentity component) {
    return Optional.ofNullable(deleted.get(ComponentKey.of(component)))
        .or(
            () ->
                deleted.values().stream()
                    .filter(one -> one.getIcalUid().equals(component.uid()))
                    .filter(one -> isOccurrence(component, one.getIcalRecurrenceId()))
                    .findFirst());
  }

  /** The events of all components with a UID, those for single occurrences too. */
  synchronized List<Event> eventsOf(String uid) {
    return List.copyOf(byUid.getOrDefault(uid, List.of()));
  }

  private static boolean isOccurrence(ComponentIdentity component, String recurrenceId) {
    return !component.recurrenceId().isEmpty()
        && RecurrenceId.matches(component.recurrenceId(), recurrenceId);
  }

  /** The version that an event was imported from. */
  public static ComponentIdentity identity(Event event) {
    Optional<Instant> modified =
        event.hasIcalModifiedTime()
            ? Optional.of(ProtoTimes.instant(event.getIcalModifiedTime()))
            : Optional.empty();
    return new ComponentIdentity(
        event.getIcalUid(), event.getIcalRecurrenceId(), event.getIcalSequence(), modified);
  }
}
