package calendar.series.postgres;

import calendar.database.Statements;
import calendar.event.field.Availability;
import calendar.event.field.ComponentId;
import calendar.event.field.DateRange;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalSource;
import calendar.event.field.Occurrence;
import calendar.recurrence.Recurrence;
import calendar.series.model.Series;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A row of {@link SeriesSql#GET} or {@link SeriesSql#LIST}.
 *
 * @param occurrenceCount the occurrences in the calendar
 * @param skippedCount the occurrences that were skipped
 */
record SeriesRow(Series series, int occurrenceCount, int skippedCount) {

  static SeriesRow read(ResultSet row) throws SQLException {
    Template template = template(row);
    List<String> lines = List.of((String[]) row.getArray("recurrence").getArray());
    Series series =
        new Series(
            row.getString("owner_id"),
            row.getObject("id", UUID.class),
            template,
            Recurrence.of(lines, template.start()),
            row.getLong("version"),
            Statements.instant(row, "create_time"),
            Statements.instant(row, "update_time"),
            Statements.instant(row, "booked_until"),
            row.getBoolean("is_complete"),
            source(row));
    return new SeriesRow(series, row.getInt("occurrence_count"), row.getInt("skipped_count"));
  }

  /** Reads a row of {@link SeriesSql#SKIPPED}. */
  static SkippedOccurrence skipped(ResultSet row) throws SQLException {
    return new SkippedOccurrence(
        new Occurrence(
            row.getObject("series_id", UUID.class),
            Statements.instant(row, "original_start_time"),
            Optional.ofNullable(row.getObject("original_start_date", LocalDate.class))),
        row.getObject("conflicting_event_id", UUID.class));
  }

  private static Template template(ResultSet row) throws SQLException {
    String location = row.getString("location");
    String availability = row.getString("availability");
    Long[] remindBefore = (Long[]) row.getArray("remind_before_micros").getArray();
    return new Template(
        row.getString("title"),
        row.getString("description"),
        location == null ? "" : location,
        availability == null ? Availability.BUSY : Availability.valueOf(availability),
        Stream.of(remindBefore).map(micros -> Duration.of(micros, ChronoUnit.MICROS)).toList(),
        times(row));
  }

  private static EventTimes times(ResultSet row) throws SQLException {
    LocalDate first = row.getObject("start_date", LocalDate.class);
    LocalDate end = row.getObject("end_date", LocalDate.class);
    return new EventTimes(
        Statements.instant(row, "start_time"),
        Statements.instant(row, "end_time"),
        first == null ? Optional.empty() : Optional.of(new DateRange(first, end)),
        row.getString("time_zone"));
  }

  private static Optional<IcalSource> source(ResultSet row) throws SQLException {
    String uid = row.getString("ical_uid");
    return uid == null
        ? Optional.empty()
        : Optional.of(
            new IcalSource(
                new ComponentId(uid, ""),
                row.getInt("ical_sequence"),
                Optional.ofNullable(Statements.instant(row, "ical_modified_time")),
                row.getLong("ical_version")));
  }
}
