package calendar.container;

import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Events of an hour in the database under a server, each with a reminder and of its own owner. */
public final class BookedReminders {
  private static final Duration LENGTH = Duration.ofHours(1);

  private static final String BOOK_EVENT =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time)
      VALUES (?, ?, ?, '', ?, ?, 1, now(), now())""";

  private static final String BOOK_REMINDER =
      """
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time)
      VALUES (?, ?, ?, ?, ?, ?)""";

  private final DataSource database;

  public BookedReminders(DataSource database) {
    this.database = database;
  }

  /** Removes all, what other tests have left too: a claim takes whatever is due. */
  public void removeAll() throws SQLException {
    execute("DELETE FROM events");
    execute("DELETE FROM deleted_components");
  }

  /** As if an imported event of a new owner had been deleted then. */
  public void rememberDeleted(Instant time) throws SQLException {
    execute(
        "INSERT INTO deleted_components VALUES (?, 'uid', '', 0, ?)",
        "owner-" + UUID.randomUUID(),
        time.atOffset(ZoneOffset.UTC));
  }

  /** Books an event that starts then, and a reminder that comes so long before. */
  public DueReminder book(Instant start, Duration remindBefore) throws SQLException {
    DueReminder reminder =
        new DueReminder(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "owner-" + UUID.randomUUID(),
            "Tea",
            start,
            remindBefore,
            start.minus(remindBefore));
    bookEvent(reminder.ownerId(), reminder.eventId(), start);
    Object time = reminder.remindTime().atOffset(ZoneOffset.UTC);
    execute(
        BOOK_REMINDER,
        reminder.reminderId(),
        reminder.ownerId(),
        reminder.eventId(),
        remindBefore.dividedBy(ChronoUnit.MICROS.getDuration()),
        time,
        time);
    return reminder;
  }

  /** Books so many events that end then, without reminders. */
  public void bookEndingAt(Instant end, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      bookEvent("owner-" + UUID.randomUUID(), UUID.randomUUID(), end.minus(LENGTH));
    }
  }

  /** What was published is to be published again now, as if it had not been delivered for long. */
  public void publishAgain() throws SQLException {
    execute("UPDATE reminders SET due_time = now() WHERE state = 'PUBLISHED'");
  }

  /** Deletes the event, and with it the reminder. */
  public void delete(DueReminder reminder) throws SQLException {
    execute("DELETE FROM events WHERE id = ?", reminder.eventId());
  }

  /** The states of all reminders, by their ids. */
  public Map<UUID, ReminderState> states() throws SQLException {
    Map<UUID, ReminderState> states = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id, state FROM reminders");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        states.put(rows.getObject(1, UUID.class), ReminderState.valueOf(rows.getString(2)));
      }
    }
    return states;
  }

  public int countEvents() throws SQLException {
    return count("SELECT count(*) FROM events");
  }

  /** How many deleted components are remembered. */
  public int countDeleted() throws SQLException {
    return count("SELECT count(*) FROM deleted_components");
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void bookEvent(String ownerId, UUID id, Instant start) throws SQLException {
    execute(
        BOOK_EVENT,
        ownerId,
        id,
        "Tea",
        start.atOffset(ZoneOffset.UTC),
        start.plus(LENGTH).atOffset(ZoneOffset.UTC));
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
