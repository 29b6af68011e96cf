package calendar.series.postgres;

import calendar.database.Statements.Array;
import calendar.event.field.Availability;
import calendar.event.field.DateRange;
import calendar.event.field.IcalSource;
import calendar.series.model.Series;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.Template;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
      new Array(
          "bigint",
          template.remindBefore().stream()
              .map(before -> before.dividedBy(ChronoUnit.MICROS.getDuration()))),
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
