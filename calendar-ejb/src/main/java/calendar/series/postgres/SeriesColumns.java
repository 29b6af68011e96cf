package calendar.series.postgres;

import calendar.database.Statements.Array;
import calendar.event.Event;
import calendar.event.field.Availability;
import calendar.event.field.DateRange;
import calendar.event.field.IcalSource;
import calendar.reminder.Reminder;
import calendar.series.model.Series;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.Template;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Series as parameters of the statements of {@link SeriesSql}. */
final class SeriesColumns {
  private SeriesColumns() {}

  /** Parameters of {@link SeriesSql#SAVE}. */
  static Object[] saved(Series series) {
    Template template = series.template();
    Optional<DateRange> dates = template.times().dates();
    Optional<IcalSource> source = series.source();
    return new Object[] {
      series.ownerId(),
      series.id(),
      template.title(),
      template.description(),
      template.location().isEmpty() ? null : template.location(),
      template.availability() == Availability.BUSY ? null : template.availability().name(),
      template.times().start(),
      template.times().end(),
      dates.map(DateRange::start).orElse(null),
      dates.map(DateRange::end).orElse(null),
      template.times().timeZone(),
      new Array("bigint", template.remindBefore().stream().map(SeriesColumns::micros)),
      new Array("text", series.recurrence().lines().stream()),
      series.version(),
      series.createTime(),
      series.updateTime(),
      series.bookedUntil(),
      series.isComplete(),
      source.map(from -> from.component().uid()).orElse(null),
      source.map(IcalSource::sequence).orElse(null),
      source.flatMap(IcalSource::modifiedTime).orElse(null),
      source.map(IcalSource::importedVersion).orElse(null)
    };
  }

  /**
   * The occurrences for {@link BookingSql}. The dates are empty if the occurrences are timed:
   * PostgreSQL fills the shorter arrays with nulls.
   */
  static Object[] booked(List<Event> occurrences) {
    List<DateRange> dates =
        occurrences.stream().flatMap(event -> event.times().dates().stream()).toList();
    return new Object[] {
      new Array("uuid", occurrences.stream().map(Event::id)),
      new Array("timestamptz", occurrences.stream().map(Event::startTime)),
      new Array("timestamptz", occurrences.stream().map(Event::endTime)),
      new Array("date", dates.stream().map(DateRange::start)),
      new Array("date", dates.stream().map(DateRange::end)),
      reminders(occurrences, "uuid", (event, reminder) -> event.id()),
      reminders(occurrences, "uuid", (event, reminder) -> reminder.id()),
      reminders(occurrences, "bigint", (event, reminder) -> micros(reminder.remindBefore())),
      occurrences.size()
    };
  }

  private static Array reminders(
      List<Event> occurrences, String type, BiFunction<Event, Reminder, ?> column) {
    return new Array(
        type,
        occurrences.stream()
            .flatMap(
                event ->
                    event.reminders().stream().map(reminder -> column.apply(event, reminder))));
  }

  private static long micros(Duration before) {
    return before.dividedBy(ChronoUnit.MICROS.getDuration());
  }

  /** Parameters of {@link SeriesSql#INSERT_SKIPPED}. */
  static Object[] skipped(String ownerId, UUID seriesId, List<SkippedOccurrence> skipped) {
    return new Object[] {
      ownerId,
      seriesId,
      new Array("timestamptz", skipped.stream().map(skip -> skip.occurrence().originalStart())),
      new Array(
          "date", skipped.stream().map(skip -> skip.occurrence().originalDate().orElse(null))),
      new Array("uuid", skipped.stream().map(SkippedOccurrence::conflictingEventId))
    };
  }
}
