package calendar.bdd.phrase;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import io.cucumber.datatable.DataTable;
import java.util.List;
import java.util.Locale;

/** Reads an event from a table with one row per field. */
public final class EventTable {
  private EventTable() {}

  /** Sets the fields of the table. */
  public static Event.Builder fill(Event.Builder event, DataTable table, Person owner) {
    return fill(event, table.asLists(), owner);
  }

  /** Sets the fields of rows: a name, and a value that may be null. */
  public static Event.Builder fill(Event.Builder event, List<List<String>> rows, Person owner) {
    rows.forEach(row -> set(event, row.get(0), row.get(1) == null ? "" : row.get(1), owner));
    return event;
  }

  /** Returns the event with those fields only that a table has. */
  public static Event tabular(Event event) {
    Event.Builder part =
        event.toBuilder()
            .clearId()
            .clearEtag()
            .clearCreateTime()
            .clearUpdateTime()
            .clearReminders()
            .clearIcalUid()
            .clearIcalSequence()
            .clearSeriesId()
            .clearOriginalStartTime()
            .clearOriginalStartDate();
    return event.hasStartDate() ? part.clearStartTime().clearEndTime().build() : part.build();
  }

  private static void set(Event.Builder event, String field, String value, Person owner) {
    switch (field) {
      case "title" -> event.setTitle(value);
      case "description" -> event.setDescription(value);
      case "location" -> event.setLocation(value);
      case "availability" -> event.setAvailability(availability(value));
      case "UID" -> event.setIcalUid(value);
      case "time zone" -> event.setTimeZone(value);
      case "when" -> EventTimes.parse(value).set(event, owner);
      case "remind before" -> {
        event.clearRemindBefore();
        FeatureTimes.durations(value)
            .forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
      }
      default -> throw new IllegalArgumentException("unknown field of an event: " + field);
    }
  }

  /** Reads {@code busy} or {@code free}. */
  public static Availability availability(String word) {
    return Availability.valueOf("AVAILABILITY_" + word.toUpperCase(Locale.ROOT));
  }
}
