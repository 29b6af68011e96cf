package calendar.series.memory;

import static java.util.stream.Collectors.toSet;

import calendar.error.Conflict;
import calendar.event.Event;
import calendar.series.storage.SeriesChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the occurrences of a change whose time is taken. */
final class Conflicts {
  private Conflicts() {}

  /**
   * The conflicts by the ids of the occurrences.
   *
   * @param stored the owner's events, ordered by start. Those that the change parks are not in the
   *     way
   */
  static Map<UUID, Conflict> of(SeriesChange change, List<Event> stored) {
    Set<UUID> parked = change.parked().stream().map(Event::id).collect(toSet());
    List<Event> busy =
        stored.stream().filter(event -> event.isBusy() && !parked.contains(event.id())).toList();
    Map<UUID, Conflict> conflicts = new HashMap<>(change.conflictsWithin());
    List<Event> wanted =
        Stream.concat(change.addedBusy().stream(), change.movedBusy().stream())
            .sorted(Comparator.comparing(Event::startTime))
            .toList();
    int first = 0;
    for (Event event : wanted) {
      // Stored busy events do not overlap, so they are in order of their ends too.
      while (first < busy.size() && !busy.get(first).endTime().isAfter(event.startTime())) {
        first++;
      }
      if (first < busy.size() && busy.get(first).conflictsWith(event)) {
        conflicts.put(event.id(), SeriesChange.conflict(event, busy.get(first)));
      }
    }
    return conflicts;
  }
}
