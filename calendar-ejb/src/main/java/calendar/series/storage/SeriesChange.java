package calendar.series.storage;

import static java.util.stream.Collectors.toMap;

import calendar.error.Conflict;
import calendar.error.SeriesConflictException;
import calendar.event.Event;
import calendar.series.model.ChangedEvent;
import calendar.series.model.OnConflict;
import calendar.series.model.SavedSeries;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that one change of a series writes. It is written all or nothing.
 *
 * @param saved the series that the change creates or changes; the first one is the answer, a second
 *     one is the earlier part of a split
 * @param removedSeries the series that the change deletes
 * @param added new occurrences
 * @param changed occurrences that keep their ids; those that only get another series are here too
 * @param removed occurrences that the change deletes
 * @param detached how many of the changed occurrences became single events
 */
public record SeriesChange(
    List<SavedSeries> saved,
    Optional<UUID> removedSeries,
    List<Event> added,
    List<ChangedEvent> changed,
    List<Event> removed,
    int detached) {
  private static final Comparator<Event> BY_START =
      Comparator.comparing(Event::startTime).thenComparing(Event::id);

  /** All new occurrences, ordered by start. */
  public List<Event> inserted() {
    return added.stream().sorted(BY_START).toList();
  }

  /** All changed occurrences after the change, ordered by start. */
  public List<Event> updated() {
    return changed.stream().map(ChangedEvent::after).sorted(BY_START).toList();
  }

  /** How many occurrences a series has after the change. */
  int occurrences(UUID seriesId, Optional<SeriesState> before) {
    Set<UUID> touched = new HashSet<>();
    changed.forEach(one -> touched.add(one.before().id()));
    removed.forEach(one -> touched.add(one.id()));
    Stream<Event> untouched =
        before.stream()
            .flatMap(state -> state.occurrences().stream())
            .filter(event -> !touched.contains(event.id()));
    Stream<Event> written =
        Stream.concat(added.stream(), changed.stream().map(ChangedEvent::after));
    return (int)
        Stream.concat(untouched, written)
            .filter(event -> event.occurrence().isPresent())
            .filter(event -> event.occurrence().get().seriesId().equals(seriesId))
            .count();
  }

  /** Busy new occurrences, ordered by start. Their time must be free. */
  public List<Event> addedBusy() {
    return added.stream().filter(Event::isBusy).sorted(BY_START).toList();
  }

  /** Changed occurrences that take time, after the change, ordered by start. */
  public List<Event> movedBusy() {
    return changed.stream()
        .filter(ChangedEvent::takesTime)
        .map(ChangedEvent::after)
        .sorted(BY_START)
        .toList();
  }

  /**
   * Stored occurrences that take no time any more, or another one. They are not in the way of what
   * the change books.
   */
  public List<Event> parked() {
    return Stream.concat(
            removed.stream().filter(Event::isBusy),
            changed.stream().filter(ChangedEvent::givesTime).map(ChangedEvent::before))
        .sorted(BY_START)
        .toList();
  }

  /**
   * Occurrences of this change that overlap an earlier one of this change, by id. Occurrences that
   * keep their time are not compared: the storage finds them.
   */
  public Map<UUID, Conflict> conflictsWithin() {
    Map<UUID, Conflict> conflicts = new HashMap<>();
    Event last = null;
    for (Event wanted : sorted(addedBusy(), movedBusy())) {
      if (last != null && wanted.startTime().isBefore(last.endTime())) {
        conflicts.put(wanted.id(), conflict(wanted, last));
      } else {
        last = wanted;
      }
    }
    return conflicts;
  }

  /** The conflict of an occurrence with an event that takes its time. */
  public static Conflict conflict(Event wanted, Event busy) {
    return new Conflict(
        wanted.startTime(), wanted.endTime(), busy.id(), busy.startTime(), busy.endTime());
  }

  /**
   * Returns this change without the occurrences that conflict: they are skipped, and deleted if
   * they were stored.
   *
   * @param conflicts by the ids of occurrences of this change
   */
  public SeriesChange without(Map<UUID, Conflict> conflicts) {
    if (conflicts.isEmpty()) {
      return this;
    }
    Map<UUID, List<SkippedOccurrence>> skipped = new HashMap<>();
    Stream.concat(added.stream(), changed.stream().map(ChangedEvent::after))
        .filter(event -> conflicts.containsKey(event.id()))
        .forEach(event -> skip(event, conflicts.get(event.id()), skipped));
    List<Event> nowRemoved = new ArrayList<>(removed);
    changed.stream()
        .map(ChangedEvent::before)
        .filter(event -> conflicts.containsKey(event.id()))
        .forEach(nowRemoved::add);
    return new SeriesChange(
        saved.stream().map(series -> withSkips(series, skipped)).toList(),
        removedSeries,
        added.stream().filter(event -> !conflicts.containsKey(event.id())).toList(),
        changed.stream().filter(event -> !conflicts.containsKey(event.after().id())).toList(),
        nowRemoved,
        detached);
  }

  /**
   * The conflicts, ordered by start.
   *
   * @throws SeriesConflictException with them, if there are any and they must be refused
   */
  public static List<Conflict> decide(Map<UUID, Conflict> conflicts, OnConflict policy) {
    List<Conflict> ordered =
        conflicts.values().stream().sorted(Comparator.comparing(Conflict::start)).toList();
    if (policy == OnConflict.REFUSE && !ordered.isEmpty()) {
      throw new SeriesConflictException(ordered);
    }
    return ordered;
  }

  private static void skip(
      Event event, Conflict conflict, Map<UUID, List<SkippedOccurrence>> skipped) {
    event
        .occurrence()
        .ifPresent(
            occurrence ->
                skipped
                    .computeIfAbsent(occurrence.seriesId(), series -> new ArrayList<>())
                    .add(new SkippedOccurrence(occurrence, conflict.eventId())));
  }

  private static SavedSeries withSkips(
      SavedSeries saved, Map<UUID, List<SkippedOccurrence>> skipped) {
    List<SkippedOccurrence> more = skipped.getOrDefault(saved.series().id(), List.of());
    return new SavedSeries(
        saved.series(),
        Stream.concat(saved.skipped().stream(), more.stream())
            .collect(toMap(skip -> skip.occurrence().originalStart(), skip -> skip, (a, b) -> b))
            .values()
            .stream()
            .sorted(Comparator.comparing(skip -> skip.occurrence().originalStart()))
            .toList());
  }

  private static List<Event> sorted(List<Event> some, List<Event> others) {
    return Stream.concat(some.stream(), others.stream()).sorted(BY_START).toList();
  }
}
