package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.Event;
import calendar.recurrence.time.Start;
import calendar.series.model.FromDraft;
import calendar.series.model.SavedSeries;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans the deletion of a series, or of one occurrence and those that follow. Exceptions are
 * deleted too.
 */
public record SeriesDeletion(FromDraft from, Instant now) implements SeriesPlanner {

  @Override
  public SeriesChange plan(Optional<SeriesState> stored) {
    SeriesState state = stored.orElseThrow();
    Violations violations = new Violations();
    Optional<Start> cut = from.find(state.series(), violations);
    violations.throwIfAny();
    return cut.map(start -> endedBefore(start.instant(), state)).orElseGet(() -> all(state));
  }

  private static SeriesChange all(SeriesState state) {
    return new SeriesChange(
        List.of(), Optional.of(state.series().id()), List.of(), List.of(), state.occurrences(), 0);
  }

  private SeriesChange endedBefore(Instant cut, SeriesState state) {
    List<Event> removed =
        state.occurrences().stream()
            .filter(event -> !event.occurrence().orElseThrow().originalStart().isBefore(cut))
            .toList();
    List<SkippedOccurrence> skipped =
        state.skipped().stream()
            .filter(skip -> skip.occurrence().originalStart().isBefore(cut))
            .toList();
    return new SeriesChange(
        List.of(new SavedSeries(state.series().endedBefore(cut, now), skipped)),
        Optional.empty(),
        List.of(),
        List.of(),
        removed,
        0);
  }
}
