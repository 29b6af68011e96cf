package calendar.client.importing.decision;

import calendar.client.ProtoTimes;
import calendar.client.ics.RecurrenceId;
import calendar.client.ics.event.ComponentIdentity;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One owner's imported events and deleted components in the calendar. Thread-safe. */
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

  /** The event of a component, if the calendar has it. */
  synchronized Optional<Event> event(ComponentIdentity component) {
    return Optional.ofNullable(events.get(ComponentKey.of(component)))
        .or(
            () ->
                eventsOf(component.uid()).stream()
                    .filter(event -> isOccurrence(component, event.getIcalRecurrenceId()))
                    .findFirst());
  }

  /** The record of a deleted component, if its event was deleted in the calendar. */
  synchronized Optional<DeletedComponent> deleted(ComponentIdentity component) {
    return Optional.ofNullable(deleted.get(ComponentKey.of(component)))
        .or(
            () ->
                deleted.values().stream()
                    .filter(one -> one.getIcalUid().equals(component.uid()))
                    .filter(one -> isOccurrence(component, one.getIcalRecurrenceId()))
                    .findFirst());
  }

  /** All events with a UID, including single occurrences. */
  synchronized List<Event> eventsOf(String uid) {
    return List.copyOf(byUid.getOrDefault(uid, List.of()));
  }

  private static boolean isOccurrence(ComponentIdentity component, String recurrenceId) {
    return !component.recurrenceId().isEmpty()
        && RecurrenceId.matches(component.recurrenceId(), recurrenceId);
  }

  /** The version from which an event was imported. */
  static ComponentIdentity identity(Event event) {
    Optional<Instant> modified =
        event.hasIcalModifiedTime()
            ? Optional.of(ProtoTimes.instant(event.getIcalModifiedTime()))
            : Optional.empty();
    return new ComponentIdentity(
        event.getIcalUid(), event.getIcalRecurrenceId(), event.getIcalSequence(), modified);
  }
}
