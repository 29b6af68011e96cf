package calendar.bdd.series;

import calendar.bdd.phrase.AllDay;
import calendar.bdd.phrase.EventTable;
import calendar.bdd.phrase.Person;
import calendar.v1.Event;
import calendar.v1.Series;
import io.cucumber.datatable.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a series from a table with one row per field, and a row "repeats" for each line. */
final class SeriesTable {
  private static final String REPEATS = "repeats";
  private static final String OCCURRENCES = "occurrences";

  /** The fields of a row, as update masks name them. */
  private static final Map<String, List<String>> PATHS =
      Map.of(
          "title",
          List.of("title"),
          "description",
          List.of("description"),
          "location",
          List.of("location"),
          "availability",
          List.of("availability"),
          "time zone",
          List.of("time_zone"),
          "remind before",
          List.of("remind_before"),
          REPEATS,
          List.of("recurrence"));

  private SeriesTable() {}

  /** A series of an owner, with the fields of the table. */
  static Series.Builder read(DataTable table, Person owner) {
    List<List<String>> ofEvent = new ArrayList<>();
    Series.Builder series = Series.newBuilder();
    for (List<String> row : table.asLists()) {
      switch (row.get(0)) {
        case REPEATS -> series.addRecurrence(row.get(1) == null ? "" : row.get(1));
        case OCCURRENCES -> series.setOccurrenceCount(Integer.parseInt(row.get(1)));
        default -> ofEvent.add(row);
      }
    }
    Event first = EventTable.fill(owner.event(), ofEvent, owner).build();
    return series.mergeFrom(of(first).build());
  }

  /** The update mask for the rows of a table. */
  static List<String> paths(DataTable table) {
    List<String> paths = new ArrayList<>();
    for (List<String> row : table.asLists()) {
      paths.addAll(row.get(0).equals("when") ? times(row.get(1)) : PATHS.get(row.get(0)));
    }
    return paths.stream().distinct().toList();
  }

  /** Returns the series with those fields only that a table has. */
  static Series tabular(Series series, boolean withCount) {
    Series.Builder part = of(first(series)).addAllRecurrence(series.getRecurrenceList());
    if (withCount) {
      part.setOccurrenceCount(series.getOccurrenceCount());
    }
    return series.hasStartDate() ? part.clearStartTime().clearEndTime().build() : part.build();
  }

  static boolean hasCount(DataTable table) {
    return table.asLists().stream().anyMatch(row -> row.get(0).equals(OCCURRENCES));
  }

  private static List<String> times(String when) {
    return when.matches(AllDay.REGEX)
        ? List.of("start_date", "end_date", "time_zone")
        : List.of("start_time", "end_time");
  }

  /** A series whose first occurrence is an event. */
  static Series.Builder of(Event first) {
    Series.Builder series =
        Series.newBuilder()
            .setOwnerId(first.getOwnerId())
            .setTitle(first.getTitle())
            .setDescription(first.getDescription())
            .setLocation(first.getLocation())
            .setAvailability(first.getAvailability())
            .setTimeZone(first.getTimeZone())
            .addAllRemindBefore(first.getRemindBeforeList());
    if (first.hasStartTime()) {
      series.setStartTime(first.getStartTime()).setEndTime(first.getEndTime());
    }
    if (first.hasStartDate()) {
      series.setStartDate(first.getStartDate()).setEndDate(first.getEndDate());
    }
    return series;
  }

  private static Event first(Series series) {
    Event.Builder first =
        Event.newBuilder()
            .setOwnerId(series.getOwnerId())
            .setTitle(series.getTitle())
            .setDescription(series.getDescription())
            .setLocation(series.getLocation())
            .setAvailability(series.getAvailability())
            .setTimeZone(series.getTimeZone())
            .addAllRemindBefore(series.getRemindBeforeList())
            .setStartTime(series.getStartTime())
            .setEndTime(series.getEndTime());
    if (series.hasStartDate()) {
      first.setStartDate(series.getStartDate()).setEndDate(series.getEndDate());
    }
    return first.build();
  }
}
