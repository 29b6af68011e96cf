package calendar.reminder.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.MigratedDatabase;
import calendar.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The statements of schedulers and senders. Each uses an index, however many reminders there are. A
 * claim does not wait for reminders that another transaction holds.
 */
class ReminderSqlIT {
  private static final String FIRST_DUE = "SELECT id FROM reminders ORDER BY due_time, id";

  private static MigratedDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = new MigratedDatabase();
    database.execute(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, request_id)
        SELECT 'owner-' || n, gen_random_uuid(), '', '', start, start + interval '1 hour', 1, now(),
               now(), gen_random_uuid()
        FROM generate_series(1, 20000) n, make_interval(mins => n) after,
             CAST(timestamptz '2030-01-01' + after AS timestamptz) start""",
        """
        INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time)
        SELECT gen_random_uuid(), owner_id, id, n, start_time, start_time
        FROM events, generate_series(1, 3) n""",
        """
        INSERT INTO deleted_components
        SELECT owner_id, 'uid', CAST(id AS text), 0, start_time FROM events""",
        "ANALYZE");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "CLAIM; timestamptz, uuid, bigint, timestamptz, timestamptz, int;"
            + "'2030-01-02', gen_random_uuid(), 1000000, '2030-01-02', '2030-01-02', 500",
        "MARK_PUBLISHED; bigint, uuid[], uuid;"
            + "1000000, ARRAY[gen_random_uuid()], gen_random_uuid()",
        "RELEASE; uuid[], uuid; ARRAY[gen_random_uuid()], gen_random_uuid()",
        "DELIVER; timestamptz, timestamptz, uuid[], timestamptz;"
            + "'2030-01-02', '2030-01-02', ARRAY[gen_random_uuid()], '2030-01-02'",
        "ATTEMPT_FAILED; int, text, timestamptz, bigint, uuid;"
            + "5, '', '2030-01-02', 1000000, gen_random_uuid()",
        "PURGE; timestamptz, int; '2030-01-02', 500",
        "PURGE_DELETED; timestamptz, int; '2030-01-02', 500"
      })
  void usesAnIndex(String statement, String types, String arguments) throws SQLException {
    for (String plan : database.plans(sql(statement), types, arguments)) {
      assertThat(plan).as(statement).contains("Index").doesNotContain("Seq Scan");
    }
  }

  @Test
  void claimSkipsLockedReminders() throws SQLException {
    try (Connection holder = database.connectAsAdministrator();
        Connection claimer = database.connectAsAdministrator()) {
      holder.setAutoCommit(false);
      UUID held = ids(holder, "%s LIMIT 1 FOR UPDATE".formatted(FIRST_DUE)).get(0);
      List<UUID> others = ids(holder, "%s LIMIT 5 OFFSET 1".formatted(FIRST_DUE));
      claimer.setAutoCommit(false);
      try (Statement statement = claimer.createStatement()) {
        statement.execute("SET LOCAL lock_timeout = '2s'");
      }

      assertThat(claimAtMost(5, claimer)).doesNotContain(held).hasSameElementsAs(others);

      claimer.rollback();
      holder.rollback();
    }
  }

  private static List<UUID> claimAtMost(int limit, Connection connection) {
    Instant later = Instant.parse("2031-01-01T00:00:00Z");
    List<UUID> claimed = new ArrayList<>();
    Statements.query(
        connection,
        ReminderSql.CLAIM,
        row -> claimed.add(row.getObject("id", UUID.class)),
        Instant.EPOCH,
        UUID.randomUUID(),
        1_000_000L,
        later,
        later,
        limit);
    return claimed;
  }

  private static List<UUID> ids(Connection connection, String query) {
    List<UUID> ids = new ArrayList<>();
    Statements.query(connection, query, row -> ids.add(row.getObject(1, UUID.class)));
    return ids;
  }

  private static String sql(String statement) {
    return switch (statement) {
      case "CLAIM" -> ReminderSql.CLAIM;
      case "MARK_PUBLISHED" -> ReminderSql.MARK_PUBLISHED;
      case "RELEASE" -> ReminderSql.RELEASE;
      case "DELIVER" -> ReminderSql.DELIVER;
      case "ATTEMPT_FAILED" -> ReminderSql.ATTEMPT_FAILED;
      case "PURGE" -> ReminderSql.PURGE;
      case "PURGE_DELETED" -> ReminderSql.PURGE_DELETED;
      default -> throw new IllegalArgumentException(statement);
    };
  }
}
