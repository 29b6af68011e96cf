package calendar.series.plan;

import calendar.event.Event;
import calendar.recurrence.Recurrence;
import calendar.series.model.SavedSeries;
import calendar.series.model.Series;
import calendar.series.model.SeriesSettings;
import calendar.series.model.SeriesState;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans the booking of what the rule of a series gives between the time up to which it is booked
 * and the horizon. Changes nothing if another scheduler was faster.
 *
 * @param now by the clock of the database
 */
public record SeriesExtension(SeriesSettings settings, Instant now) implements SeriesPlanner {

  @Override
  public SeriesChange plan(Optional<SeriesState> stored) {
    SeriesState state = stored.orElseThrow();
    Series series = state.series();
    if (isBooked(series) || state.occurrences().size() >= Recurrence.MAX_OCCURRENCES) {
      return new SeriesChange(
          List.of(new SavedSeries(series, state.skipped())),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          0);
    }
    Evaluation next = Evaluation.next(series, settings, now);
    Set<Instant> present =
        state.occurrences().stream()
            .map(event -> event.occurrence().orElseThrow().originalStart())
            .collect(Collectors.toSet());
    List<Event> added =
        next.starts().stream()
            .filter(start -> !present.contains(start.instant()))
            .map(start -> Occurrences.book(series, start, now, now))
            .toList();
    return new SeriesChange(
        List.of(new SavedSeries(next.book(series), state.skipped())),
        Optional.empty(),
        added,
        List.of(),
        List.of(),
        0);
  }

  private boolean isBooked(Series series) {
    return series.isComplete() || !series.bookedUntil().isBefore(now.plus(settings.horizon()));
  }
}
