package calendar.event.postgres;

import calendar.database.Statements.Array;
import calendar.event.Event;
import calendar.event.field.Availability;
import calendar.event.field.DateRange;
import calendar.event.field.IcalSource;
import calendar.event.field.Occurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of fields that few events have. Null is the value of an event without the field. */
final class OptionalColumns {
  /** The columns, in the order of {@link #COLUMNS}. */
  static final String NAMES =
      """
      ical_uid, ical_recurrence_id, ical_sequence, ical_modified_time, ical_version, location,
      availability, start_date, end_date, time_zone, series_id, original_start_time,
      original_start_date""";

  private static final List<Column> COLUMNS =
      List.of(
          ofSource("text", source -> source.component().uid()),
          ofSource("text", source -> source.component().recurrenceId()),
          ofSource("int4", IcalSource::sequence),
          ofSource("timestamptz", source -> source.modifiedTime().orElse(null)),
          ofSource("bigint", IcalSource::importedVersion),
          new Column("text", event -> orNull(event.location())),
          new Column("text", OptionalColumns::availability),
          ofDates(DateRange::start),
          ofDates(DateRange::end),
          new Column("text", event -> orNull(event.times().timeZone())),
          ofOccurrence("uuid", Occurrence::seriesId),
          ofOccurrence("timestamptz", Occurrence::originalStart),
          ofOccurrence("date", place -> place.originalDate().orElse(null)));

  private OptionalColumns() {}

  private record Column(String type, Function<Event, ?> value) {}

  private static Column ofSource(String type, Function<IcalSource, ?> value) {
    return new Column(type, event -> event.source().map(value).orElse(null));
  }

  private static Column ofDates(Function<DateRange, LocalDate> value) {
    return new Column("date", event -> event.times().dates().map(value).orElse(null));
  }

  private static Column ofOccurrence(String type, Function<Occurrence, ?> value) {
    return new Column(type, event -> event.occurrence().map(value).orElse(null));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String availability(Event event) {
    return event.availability() == Availability.BUSY ? null : event.availability().name();
  }

  /** Returns true if all columns are null. */
  static boolean areNull(Event event) {
    return COLUMNS.stream().allMatch(column -> column.value.apply(event) == null);
  }

  /** One array for each column. */
  static Stream<Array> arrays(List<Event> events) {
    return COLUMNS.stream().map(column -> EventColumns.column(events, column.type, column.value));
  }

  /** The value of each column. */
  static Stream<?> values(Event event) {
    return COLUMNS.stream().map(column -> column.value.apply(event));
  }
}
