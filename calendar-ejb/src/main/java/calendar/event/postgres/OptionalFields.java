package calendar.event.postgres;

import calendar.event.field.Availability;
import calendar.event.field.ComponentId;
import calendar.event.field.DateRange;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalSource;
import calendar.event.field.Occurrence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The fields that few events have. They are read from one array, which is null for most events:
 * more columns would make lists of all events slower.
 */
final class OptionalFields {
  /** SQL of the array for an event {@code e}. Its times are microseconds since 1970. */
  static final String OF_EVENT =
      """
      CASE WHEN (COALESCE(e.ical_uid, e.availability, e.location, e.time_zone) IS NOT NULL
            OR e.series_id IS NOT NULL)
          AND r.is_first IS NOT FALSE
        THEN ARRAY[e.ical_uid, e.ical_recurrence_id, CAST(e.ical_sequence AS text),
                   CAST(CAST(extract(epoch FROM e.ical_modified_time) * 1000000 AS bigint) AS text),
                   CAST(e.ical_version AS text), e.location, e.availability,
                   CAST(e.start_date AS text), CAST(e.end_date AS text), e.time_zone,
                   CAST(e.series_id AS text),
                   CAST(CAST(extract(epoch FROM e.original_start_time) * 1000000 AS bigint) AS text),
                   CAST(e.original_start_date AS text)] END""";

  private static final OptionalFields NONE = new OptionalFields(new String[13]);

  private final String[] values;

  private OptionalFields(String[] values) {
    this.values = values;
  }

  /** Reads the current row. */
  static OptionalFields read(ResultSet row, int column) throws SQLException {
    java.sql.Array array = row.getArray(column);
    return array == null ? NONE : new OptionalFields((String[]) array.getArray());
  }

  Optional<IcalSource> source() {
    return values[0] == null
        ? Optional.empty()
        : Optional.of(
            new IcalSource(
                new ComponentId(values[0], values[1]),
                Integer.parseInt(values[2]),
                Optional.ofNullable(values[3]).map(OptionalFields::instant),
                values[4] == null ? 0 : Long.parseLong(values[4])));
  }

  String location() {
    return text(values[5]);
  }

  Availability availability() {
    return values[6] == null ? Availability.BUSY : Availability.valueOf(values[6]);
  }

  EventTimes times(Instant start, Instant end) {
    Optional<DateRange> dates =
        Optional.ofNullable(values[7])
            .map(first -> new DateRange(LocalDate.parse(first), LocalDate.parse(values[8])));
    return new EventTimes(start, end, dates, text(values[9]));
  }

  Optional<Occurrence> occurrence() {
    return values[10] == null
        ? Optional.empty()
        : Optional.of(
            new Occurrence(
                UUID.fromString(values[10]),
                instant(values[11]),
                Optional.ofNullable(values[12]).map(LocalDate::parse)));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }
}
