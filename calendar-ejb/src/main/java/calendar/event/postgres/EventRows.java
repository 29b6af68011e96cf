package calendar.event.postgres;

import calendar.database.Statements;
import calendar.event.Event;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads events from rows with the columns {@link #COLUMNS}. An event has one row for each reminder,
 * or a single row if it has none. The rows of an event must follow each other.
 *
 * <p>Most of the time of a list is spent here. So the texts and the optional fields are only in the
 * first row of an event, the owner and the reminder's time are in none, and the positions of the
 * columns are looked up once. Not safe for use by several threads.
 */
final class EventRows implements Statements.RowReader {
  /** {@code number}: the position of the query that found the event, from 1. */
  static final String COLUMNS = columns("wanted.number");

  private final List<String> owners;
  private final List<List<Event>> found;
  private Positions positions;
  private Event event;
  private int number;
  private List<Reminder> reminders;

  /** The positions of {@link #COLUMNS} in a result. */
  private record Positions(
      int number,
      int id,
      int title,
      int description,
      int startTime,
      int endTime,
      int version,
      int createTime,
      int updateTime,
      int reminderId,
      int remindBeforeMicros,
      int state,
      int deliverTime,
      int optionalFields) {

    static Positions of(ResultSet rows) throws SQLException {
      return new Positions(
          rows.findColumn("number"),
          rows.findColumn("id"),
          rows.findColumn("title"),
          rows.findColumn("description"),
          rows.findColumn("start_time"),
          rows.findColumn("end_time"),
          rows.findColumn("version"),
          rows.findColumn("create_time"),
          rows.findColumn("update_time"),
          rows.findColumn("reminder_id"),
          rows.findColumn("remind_before_micros"),
          rows.findColumn("state"),
          rows.findColumn("deliver_time"),
          rows.findColumn("optional_fields"));
    }
  }

  /** The columns, with another expression for the number. */
  static String columns(String number) {
    return """
        %s AS number, e.id, CASE WHEN r.is_first IS NOT FALSE THEN e.title END AS title,
        CASE WHEN r.is_first IS NOT FALSE THEN e.description END AS description,
        e.start_time, e.end_time, e.version, e.create_time, e.update_time,
        r.id AS reminder_id, r.remind_before_micros, r.state, r.deliver_time,
        %s AS optional_fields"""
        .formatted(number, OptionalFields.OF_EVENT);
  }

  /**
   * @param owners the owner of each query, in the order of their numbers
   */
  EventRows(List<String> owners) {
    this.owners = owners;
    this.found = Stream.<List<Event>>generate(ArrayList::new).limit(owners.size()).toList();
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    read(row, number(row));
  }

  /** The number of the current row. */
  int number(ResultSet row) throws SQLException {
    if (positions == null) {
      positions = Positions.of(row);
    }
    return row.getInt(positions.number);
  }

  /** Returns true if the current row has an event. */
  boolean hasEvent(ResultSet row) throws SQLException {
    return row.getObject(positions.id) != null;
  }

  /** Reads the current row, as if it had another number. Call {@link #number} first. */
  void read(ResultSet row, int nextNumber) throws SQLException {
    UUID id = row.getObject(positions.id, UUID.class);
    if (event == null || number != nextNumber || !event.id().equals(id)) {
      finishEvent();
      event = event(row, owners.get(nextNumber - 1), id);
      number = nextNumber;
      reminders = new ArrayList<>(1);
    }
    String state = row.getString(positions.state);
    if (state != null) {
      reminders.add(reminder(row, event.startTime(), ReminderState.valueOf(state)));
    }
  }

  /** Returns the events of each query, in the order of the rows. Call it after the last row. */
  List<List<Event>> all() {
    finishEvent();
    return found;
  }

  private void finishEvent() {
    if (event != null) {
      found.get(number - 1).add(event.withReminders(reminders));
      event = null;
    }
  }

  private Event event(ResultSet row, String owner, UUID id) throws SQLException {
    OptionalFields optional = OptionalFields.read(row, positions.optionalFields);
    return new Event(
        owner,
        id,
        row.getString(positions.title),
        row.getString(positions.description),
        optional.location(),
        optional.availability(),
        optional.times(
            Statements.instant(row, positions.startTime),
            Statements.instant(row, positions.endTime)),
        List.of(),
        row.getLong(positions.version),
        Statements.instant(row, positions.createTime),
        Statements.instant(row, positions.updateTime),
        optional.source(),
        optional.occurrence());
  }

  private Reminder reminder(ResultSet row, Instant startTime, ReminderState state)
      throws SQLException {
    long beforeMicros = row.getLong(positions.remindBeforeMicros);
    return new Reminder(
        row.getObject(positions.reminderId, UUID.class),
        Duration.of(beforeMicros, ChronoUnit.MICROS),
        startTime.minus(beforeMicros, ChronoUnit.MICROS),
        state,
        Optional.ofNullable(Statements.instant(row, positions.deliverTime)));
  }
}
