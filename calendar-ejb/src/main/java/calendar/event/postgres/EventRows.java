package calendar.event.postgres;

import calendar.database.Statements;
import calendar.event.Event;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes events of rows that have the columns {@link #COLUMNS}: one row for each reminder of an
 * event, or one without. Not safe for use by several threads.
 */
final class EventRows implements Statements.RowReader {
  static final String COLUMNS =
      """
      e.owner_id, e.id, e.title, e.description, e.start_time, e.end_time, e.version,
      e.create_time, e.update_time,
      r.id AS reminder_id, r.remind_before_micros, r.remind_time, r.state, r.deliver_time""";

  private static final int EVENT_ID = 2;
  private static final int REMINDER_STATE = 13;

  /** The first one after {@link #COLUMNS}. */
  private static final int NEXT_COLUMN = 15;

  private final int key;
  private final Map<UUID, Row> byKey = new LinkedHashMap<>();

  private EventRows(int key) {
    this.key = key;
  }

  /** For rows in which an event's id tells it apart. */
  static EventRows byId() {
    return new EventRows(EVENT_ID);
  }

  /** For rows in which the ids of the column {@link #NEXT_COLUMN} tell events apart. */
  static EventRows byNextColumn() {
    return new EventRows(NEXT_COLUMN);
  }

  private record Row(Event event, List<Reminder> reminders) {
    Event whole() {
      return new Event(
          event.ownerId(),
          event.id(),
          event.title(),
          event.description(),
          event.startTime(),
          event.endTime(),
          List.copyOf(reminders),
          event.version(),
          event.createTime(),
          event.updateTime());
    }
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    UUID id = row.getObject(key, UUID.class);
    Row known = byKey.get(id);
    if (known == null) {
      known = new Row(event(row), new ArrayList<>());
      byKey.put(id, known);
    }
    if (row.getString(REMINDER_STATE) != null) {
      known.reminders().add(reminder(row));
    }
  }

  /** In the order of the rows. */
  List<Event> list() {
    return byKey.values().stream().map(Row::whole).toList();
  }

  /** By what tells them apart. */
  Map<UUID, Event> map() {
    Map<UUID, Event> events = new HashMap<>();
    byKey.forEach((id, row) -> events.put(id, row.whole()));
    return events;
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getString(1),
        row.getObject(EVENT_ID, UUID.class),
        row.getString(3),
        row.getString(4),
        Statements.instant(row, 5),
        Statements.instant(row, 6),
        List.of(),
        row.getLong(7),
        Statements.instant(row, 8),
        Statements.instant(row, 9));
  }

  private static Reminder reminder(ResultSet row) throws SQLException {
    return new Reminder(
        row.getObject(10, UUID.class),
        Duration.of(row.getLong(11), ChronoUnit.MICROS),
        Statements.instant(row, 12),
        ReminderState.valueOf(row.getString(REMINDER_STATE)),
        Optional.ofNullable(Statements.instant(row, 14)));
  }
}
