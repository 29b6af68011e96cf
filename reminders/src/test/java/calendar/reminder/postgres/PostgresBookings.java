package calendar.reminder.postgres;

import calendar.database.Statements;
import calendar.reminder.Bookings;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Books events in PostgreSQL. */
public final class PostgresBookings implements Bookings {
  private static final String BOOK_EVENT =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time)
      VALUES (?, ?, 'Tea', '', ?, ?, 1, now(), now())""";

  private static final String BOOK_REMINDER =
      """
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time)
      VALUES (?, ?, ?, ?, ?, ?)""";

  private final DataSource database;

  public PostgresBookings(DataSource database) {
    this.database = database;
  }

  @Override
  public void removeAll() {
    // A scheduler that is deployed would book them further.
    execute("DELETE FROM series");
    execute("DELETE FROM events");
    execute("DELETE FROM deleted_components");
  }

  @Override
  public DueReminder book(Instant start, Duration remindBefore) {
    DueReminder reminder = Bookings.reminder(start, remindBefore);
    bookEvent(reminder.ownerId(), reminder.eventId(), start);
    execute(
        BOOK_REMINDER,
        reminder.reminderId(),
        reminder.ownerId(),
        reminder.eventId(),
        remindBefore.dividedBy(ChronoUnit.MICROS.getDuration()),
        reminder.remindTime(),
        reminder.remindTime());
    return reminder;
  }

  @Override
  public void bookEndingAt(Instant end, int count) {
    for (int i = 0; i < count; i++) {
      bookEvent("owner-" + UUID.randomUUID(), UUID.randomUUID(), end.minus(LENGTH));
    }
  }

  @Override
  public void delete(DueReminder reminder) {
    execute("DELETE FROM events WHERE id = ?", reminder.eventId());
  }

  @Override
  public void rememberDeleted(Instant time) {
    execute(
        "INSERT INTO deleted_components VALUES (?, 'uid', '', 0, ?)",
        "owner-" + UUID.randomUUID(),
        time);
  }

  @Override
  public void publishAgain() {
    execute("UPDATE reminders SET due_time = now() WHERE state = 'PUBLISHED'");
  }

  @Override
  public Map<UUID, ReminderState> states() {
    Map<UUID, ReminderState> states = new HashMap<>();
    Statements.query(
        database,
        "SELECT id, state FROM reminders",
        row ->
            states.put(
                row.getObject("id", UUID.class), ReminderState.valueOf(row.getString("state"))));
    return states;
  }

  @Override
  public Instant dueTime(UUID reminderId) {
    return time("SELECT due_time AS time FROM reminders WHERE id = ?", reminderId).orElseThrow();
  }

  @Override
  public Optional<Instant> deliverTime(UUID reminderId) {
    return time("SELECT deliver_time AS time FROM reminders WHERE id = ?", reminderId);
  }

  @Override
  public int countEvents() {
    return count("SELECT count(*) AS number FROM events");
  }

  @Override
  public int countDeleted() {
    return count("SELECT count(*) AS number FROM deleted_components");
  }

  private void bookEvent(String ownerId, UUID id, Instant start) {
    execute(BOOK_EVENT, ownerId, id, start, start.plus(LENGTH));
  }

  private Optional<Instant> time(String sql, UUID reminderId) {
    Instant[] time = {null};
    Statements.query(database, sql, row -> time[0] = Statements.instant(row, "time"), reminderId);
    return Optional.ofNullable(time[0]);
  }

  private int count(String sql) {
    int[] count = {0};
    Statements.query(database, sql, row -> count[0] = row.getInt("number"));
    return count[0];
  }

  private void execute(String sql, Object... parameters) {
    Statements.update(database, sql, parameters);
  }
}
