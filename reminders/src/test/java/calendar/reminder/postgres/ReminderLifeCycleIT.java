package calendar.reminder.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.MigratedDatabase;
import calendar.database.ReusedConnections;
import calendar.database.Statements;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the table of transitions on {@link ReminderState} with the SQL. Runs every statement on
 * a reminder in every state, and a trigger records the transitions.
 */
class ReminderLifeCycleIT {
  private static final Instant NOW = Instant.parse("2040-01-01T00:00:00Z");
  private static final Duration DELAY = Duration.ofMinutes(1);
  private static final int MAX_ATTEMPTS = 3;
  private static final UUID EVENT = UUID.randomUUID();
  private static final UUID REMINDER = UUID.randomUUID();
  private static final UUID CLAIM = UUID.randomUUID();
  private static final List<UUID> IDS = List.of(REMINDER);

  private static final String BOOK_EVENT =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time)
      VALUES ('me', ?, 'Tea', '', ?, ?, 1, now(), now())""";

  private static final String BOOK_REMINDER =
      """
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time,
                             state, claim_id, attempts)
      VALUES (?, 'me', ?, 0, ?, '2020-01-01Z', ?, ?, ?)""";

  private static MigratedDatabase database;
  private static DataSource service;
  private static ReminderStorage storage;

  @BeforeAll
  static void start() throws SQLException {
    database = new MigratedDatabase();
    database.execute(
        "CREATE TABLE transitions (old_state text, new_state text)",
        """
        CREATE FUNCTION record_transition() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO transitions VALUES (OLD.state, NEW.state);
          RETURN NULL;
        END $$""",
        """
        CREATE TRIGGER record_transition AFTER UPDATE ON reminders
        FOR EACH ROW EXECUTE FUNCTION record_transition()""",
        "GRANT SELECT ON transitions TO PUBLIC");
    service = ReusedConnections.of(database.asService());
    storage = new PostgresReminderStorage(new LocalTransactions(service));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static final List<Consumer<ReminderStorage>> STATEMENTS =
      List.of(
          storage -> storage.claim(NOW, 1, DELAY),
          storage -> storage.markPublished(CLAIM, IDS, DELAY),
          storage -> storage.release(CLAIM, IDS),
          storage -> storage.deliver(IDS, NOW, delivered -> {}),
          storage -> storage.markAttemptFailed(REMINDER, "no paper", NOW, DELAY, MAX_ATTEMPTS));

  @Test
  void statementsMakeExactlyTheListedTransitions() {
    for (ReminderState state : ReminderState.values()) {
      for (Instant end : List.of(NOW, NOW.plusSeconds(1))) {
        for (int attempts : new int[] {0, MAX_ATTEMPTS - 1}) {
          for (Consumer<ReminderStorage> statement : STATEMENTS) {
            book(state, end, attempts);
            statement.accept(storage);
          }
        }
      }
    }

    assertThat(madeTransitions()).isEqualTo(listedTransitions());
  }

  private static void book(ReminderState state, Instant end, int attempts) {
    Instant start = end.minusSeconds(3_600);
    Statements.update(service, "DELETE FROM events");
    Statements.update(service, BOOK_EVENT, EVENT, start, end);
    Statements.update(
        service, BOOK_REMINDER, REMINDER, EVENT, start, state.name(), CLAIM, attempts);
  }

  private static Set<String> madeTransitions() {
    Set<String> made = new TreeSet<>();
    Statements.query(
        service,
        "SELECT DISTINCT old_state, new_state FROM transitions",
        row -> made.add(transition(row.getString("old_state"), row.getString("new_state"))));
    return made;
  }

  private static Set<String> listedTransitions() {
    Set<String> listed = new TreeSet<>();
    for (ReminderState from : ReminderState.values()) {
      for (ReminderState to : ReminderState.values()) {
        if (from.canBecome(to)) {
          listed.add(transition(from.name(), to.name()));
        }
      }
    }
    return listed;
  }

  private static String transition(String from, String to) {
    return from + " to " + to;
  }
}
