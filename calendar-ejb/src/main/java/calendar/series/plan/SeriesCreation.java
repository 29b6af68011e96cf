package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.recurrence.Recurrence;
import calendar.series.model.SavedSeries;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesSettings;
import calendar.series.model.SeriesState;
import calendar.series.model.Template;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans a new series: everything that its rule gives in the time that is booked. */
public record SeriesCreation(SeriesChange change) implements SeriesPlanner {

  /**
   * @param draft its first occurrence has valid fields
   * @throws calendar.error.InvalidArgumentException if the rule is not valid for the first
   *     occurrence
   */
  public static SeriesCreation of(SeriesDraft draft, SeriesSettings settings, Instant now) {
    EventDraft first = draft.first();
    Violations violations = new Violations();
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Template template = SeriesRules.template(Event.book(first, id, now), violations);
    violations.throwIfAny();
    Optional<Recurrence> recurrence =
        SeriesRules.recurrence(draft.recurrence(), template, violations);
    violations.throwIfAny();
    Evaluation evaluation =
        Evaluation.of(template, recurrence.orElseThrow(), settings, now, now, violations);
    violations.throwIfAny();
    Series series =
        new Series(
            first.ownerId(),
            id,
            template,
            recurrence.orElseThrow(),
            1,
            now,
            now,
            evaluation.until(),
            evaluation.isComplete(),
            first.ical().source(1));
    List<Event> occurrences =
        evaluation.starts().stream()
            .map(start -> Occurrences.book(series, start, now, Instant.MIN))
            .toList();
    return new SeriesCreation(
        new SeriesChange(
            List.of(new SavedSeries(series, List.of())),
            Optional.empty(),
            occurrences,
            List.of(),
            List.of(),
            0));
  }

  @Override
  public SeriesChange plan(Optional<SeriesState> stored) {
    return change;
  }
}
