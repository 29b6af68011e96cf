package calendar.bdd;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import io.cucumber.datatable.DataTable;

/** Reads an event from a table with one row per field. */
final class EventTable {
  private EventTable() {}

  /** Sets the fields of the table. */
  static Event.Builder fill(Event.Builder event, DataTable table, Person owner) {
    table
        .asLists()
        .forEach(row -> set(event, row.get(0), row.get(1) == null ? "" : row.get(1), owner));
    return event;
  }

  private static void set(Event.Builder event, String field, String value, Person owner) {
    switch (field) {
      case "title" -> event.setTitle(value);
      case "description" -> event.setDescription(value);
      case "when" -> {
        Period when = Period.parse(value);
        event.setStartTime(ProtoTimes.timestamp(owner.at(when.start())));
        event.setEndTime(ProtoTimes.timestamp(owner.at(when.end())));
      }
      case "remind before" -> {
        event.clearRemindBefore();
        FeatureTimes.durations(value)
            .forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
      }
      default -> throw new IllegalArgumentException("unknown field of an event: " + field);
    }
  }
}
