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
 * Makes events of rows that have the columns {@link #COLUMNS}: one row for each reminder of an
 * event, or one without. They come in the order of what was wanted, the rows of an event together.
 * Its texts and its source come with the first of them alone: they may be long, and the driver
 * holds all rows. What is known already (the owner) or follows (when to remind) is not read: rows
 * of days are most of the work of reading. Not safe for use by several threads.
 */
final class EventRows implements Statements.RowReader {
  static final String COLUMNS =
      """
      wanted.number, e.id, CASE WHEN r.is_first IS NOT FALSE THEN e.title END AS title,
      CASE WHEN r.is_first IS NOT FALSE THEN e.description END AS description,
      e.start_time, e.end_time, e.version, e.create_time, e.update_time,
      r.id AS reminder_id, r.remind_before_micros, r.state, r.deliver_time,
      CASE WHEN e.ical_uid IS NOT NULL AND r.is_first IS NOT FALSE THEN %s END AS ical_source"""
          .formatted(SourceColumn.OF_EVENT);

  private final List<String> owners;
  private final List<List<Event>> found;
  private Event event;
  private int number;
  private List<Reminder> reminders;

  /**
   * @param owners whose event was wanted, for each number from 1
   */
  EventRows(List<String> owners) {
    this.owners = owners;
    this.found = Stream.<List<Event>>generate(ArrayList::new).limit(owners.size()).toList();
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    int nextNumber = row.getInt(1);
    UUID id = row.getObject(2, UUID.class);
    if (event == null || number != nextNumber || !event.id().equals(id)) {
      finish();
      event = event(row, owners.get(nextNumber - 1), id);
      number = nextNumber;
      reminders = new ArrayList<>(1);
    }
    String state = row.getString(12);
    if (state != null) {
      reminders.add(reminder(row, event.startTime(), ReminderState.valueOf(state)));
    }
  }

  /** What was found for each number, in the order of the rows. */
  List<List<Event>> all() {
    finish();
    return found;
  }

  private void finish() {
    if (event != null) {
      found.get(number - 1).add(withReminders());
      event = null;
    }
  }

  private Event withReminders() {
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
        event.updateTime(),
        event.source());
  }

  private static Event event(ResultSet row, String owner, UUID id) throws SQLException {
    return new Event(
        owner,
        id,
        row.getString(3),
        row.getString(4),
        Statements.instant(row, 5),
        Statements.instant(row, 6),
        List.of(),
        row.getLong(7),
        Statements.instant(row, 8),
        Statements.instant(row, 9),
        SourceColumn.read(row, 14));
  }

  private static Reminder reminder(ResultSet row, Instant startTime, ReminderState state)
      throws SQLException {
    long beforeMicros = row.getLong(11);
    return new Reminder(
        row.getObject(10, UUID.class),
        Duration.of(beforeMicros, ChronoUnit.MICROS),
        startTime.minus(beforeMicros, ChronoUnit.MICROS),
        state,
        Optional.ofNullable(Statements.instant(row, 13)));
  }
}
