package calendar.bdd;

import calendar.bdd.Words.Period;
import calendar.v1.Event;
import io.cucumber.datatable.DataTable;

/** An event as a table with a row for each field. */
final class EventTable {
  private EventTable() {}

  /** Sets the fields that the table has. */
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
        event.setStartTime(Words.timestamp(owner.at(when.start())));
        event.setEndTime(Words.timestamp(owner.at(when.end())));
      }
      case "remind before" -> {
        event.clearRemindBefore();
        Words.durations(value).forEach(before -> event.addRemindBefore(Words.proto(before)));
      }
      default -> throw new IllegalArgumentException("an event has no " + field);
    }
  }
}
