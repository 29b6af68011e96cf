package calendar.series.plan;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import calendar.event.Event;
import calendar.recurrence.time.Start;
import calendar.series.model.ChangedEvent;
import calendar.series.model.Series;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happens to the occurrences of a series when its times or its rule change. An occurrence is
 * matched by {@link StartMatching}. A deleted one stays deleted; a skipped one is tried again. An
 * exception that the new rule does not give becomes a single event.
 *
 * <p>The rule, as far as it was booked, says which occurrences were deleted: those that have
 * neither a row nor a skip. So a delete needs no record. Used once, by one thread.
 */
final class Transition {
  private final Series old;
  private final List<Event> occurrences;
  private final List<Start> places;
  private final Predicate<Instant> part;
  private final Instant now;

  private final List<Event> added = new ArrayList<>();
  private final List<ChangedEvent> changed = new ArrayList<>();
  private final List<Event> removed = new ArrayList<>();
  private int detached;

  /**
   * @param part the occurrences that change, by original start. The others keep their places, and
   *     the new rule gives no second occurrence in a matching one
   */
  Transition(SeriesState state, List<Start> booked, Predicate<Instant> part, Instant now) {
    this.old = state.series();
    this.part = part;
    this.now = now;
    this.occurrences =
        state.occurrences().stream().filter(event -> part.test(originalStart(event))).toList();
    this.places =
        Stream.of(
                state.occurrences().stream()
                    .map(event -> old.originalStart(event.occurrence().orElseThrow())),
                state.skipped().stream()
                    .filter(skip -> !part.test(skip.occurrence().originalStart()))
                    .map(skip -> old.originalStart(skip.occurrence())),
                deleted(state, booked).stream())
            .flatMap(starts -> starts)
            .toList();
  }

  /** The first of the starts that is not in the place of an occurrence that stays. */
  Optional<Start> firstOpen(List<Start> starts) {
    Map<Instant, Instant> oldByNew = StartMatching.oldByNew(places, starts);
    return starts.stream()
        .filter(
            start -> {
              Instant place = oldByNew.get(start.instant());
              return place == null || part.test(place);
            })
        .findFirst();
  }

  /** Moves the occurrences to a series that has the given starts. */
  void to(Series next, List<Start> starts) {
    Map<Instant, Instant> oldByNew = StartMatching.oldByNew(places, starts);
    Map<Instant, Event> byOriginalStart =
        occurrences.stream().collect(toMap(Transition::originalStart, event -> event));
    Map<Instant, Start> newByOld = new HashMap<>();
    for (Start start : starts) {
      Instant place = oldByNew.get(start.instant());
      if (place == null) {
        added.add(Occurrences.book(next, start, now, now));
      } else {
        newByOld.put(place, start);
      }
    }
    byOriginalStart.forEach(
        (place, event) -> {
          if (newByOld.containsKey(place)) {
            follow(event, next, newByOld.get(place));
          } else {
            leave(event);
          }
        });
  }

  List<Event> added() {
    return added;
  }

  List<ChangedEvent> changed() {
    return changed;
  }

  List<Event> removed() {
    return removed;
  }

  int detached() {
    return detached;
  }

  private void follow(Event event, Series next, Start start) {
    Event after = Occurrences.follow(event, old, next, start, now);
    if (after != event) {
      changed.add(new ChangedEvent(event, after));
    }
  }

  private void leave(Event event) {
    if (Occurrences.isException(event, old)) {
      changed.add(new ChangedEvent(event, Occurrences.detach(event, now)));
      detached++;
    } else {
      removed.add(event);
    }
  }

  /**
   * The booked starts without a row and without a skip. If the rules of the zone have changed since
   * the booking, the row is at another instant of the same date.
   */
  private List<Start> deleted(SeriesState state, List<Start> booked) {
    Set<Start> known =
        Stream.concat(
                state.occurrences().stream().map(event -> event.occurrence().orElseThrow()),
                state.skipped().stream().map(SkippedOccurrence::occurrence))
            .map(old::originalStart)
            .collect(toSet());
    Set<Instant> instants = known.stream().map(Start::instant).collect(toSet());
    Set<LocalDate> dates = known.stream().map(Transition::date).collect(toSet());
    Set<LocalDate> once = new HashSet<>();
    Set<LocalDate> twice = new HashSet<>();
    booked.forEach(start -> (once.add(date(start)) ? once : twice).add(date(start)));
    return booked.stream()
        .filter(start -> !instants.contains(start.instant()))
        .filter(start -> twice.contains(date(start)) || !dates.contains(date(start)))
        .toList();
  }

  private static LocalDate date(Start start) {
    return start.local().toLocalDate();
  }

  private static Instant originalStart(Event event) {
    return event.occurrence().orElseThrow().originalStart();
  }
}
