package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read costs as much as is found, however many events there are: by an index, always. */
class EventSqlIT extends OnPostgres {

  @BeforeAll
  static void fill() throws SQLException {
    execute(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, request_id)
        SELECT 'owner-' || o, gen_random_uuid(), '', '', h, h + interval '1 hour', 1, now(), now(),
               gen_random_uuid()
        FROM generate_series(1, 200) o,
             generate_series(timestamptz '2030-01-01', '2030-01-10', '2 hours') h""",
        """
        INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time)
        SELECT gen_random_uuid(), owner_id, id, n, start_time, start_time
        FROM events, generate_series(1, 3) n""",
        "ANALYZE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "GET; text[], uuid[]; '{owner-1}', ARRAY[gen_random_uuid()]",
        "LIST; text[], timestamptz[], timestamptz[], timestamptz[], int[];"
            + "'{owner-1}', '{2030-01-02}', '{2030-01-03}', '{-infinity}', '{101}'",
        "LONG_LIST; text[], timestamptz[], timestamptz[], timestamptz[], int[];"
            + "'{owner-1}', '{2030-01-02}', '{2030-01-03}', '{-infinity}', '{1001}'",
        "EARLIER; text[], uuid[], uuid[];"
            + "'{owner-1}', ARRAY[gen_random_uuid()], ARRAY[gen_random_uuid()]",
        "CONFLICTS; text[], uuid[], timestamptz[], timestamptz[];"
            + "'{owner-1}', ARRAY[gen_random_uuid()], '{2030-01-02}', '{2030-01-03}'"
      })
  void readsByAnIndex(String statement, String types, String arguments) throws SQLException {
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      assertThat(plan(sql(statement), types, arguments, mode))
          .as("%s, %s", statement, mode)
          .contains("Index")
          .doesNotContain("Seq Scan");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIST", "LONG_LIST"})
  void textsComeOnceForAllRemindersOfAnEvent(String statement) throws SQLException {
    String rows =
        "SELECT count(*), count(DISTINCT id), count(title), count(description) FROM (%s) r"
            .formatted(sql(statement));
    try (Connection connection = administrator()) {
      Statements.query(
          connection,
          rows,
          row ->
              assertThat(List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                  .isEqualTo(List.of(3 * 12, 12, 12, 12)),
          new Statements.Array("text", Stream.of("owner-1")),
          new Statements.Array("timestamptz", Stream.of("2030-01-02Z")),
          new Statements.Array("timestamptz", Stream.of("2030-01-03Z")),
          new Statements.Array("timestamptz", Stream.of("-infinity")),
          new Statements.Array("int4", Stream.of(1_001)));
    }
  }

  private static String sql(String statement) {
    return switch (statement) {
      case "GET" -> EventSql.GET;
      case "LIST" -> EventSql.LIST;
      case "LONG_LIST" -> EventSql.LONG_LIST;
      case "EARLIER" -> EventSql.EARLIER;
      case "CONFLICTS" -> EventSql.CONFLICTS;
      default -> throw new IllegalArgumentException(statement);
    };
  }

  private static String plan(String sql, String types, String arguments, String mode)
      throws SQLException {
    String numbered = sql;
    for (int i = 1; numbered.contains("?"); i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE s (%s) AS %s".formatted(types, numbered));
      List<String> lines = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE s (" + arguments + ")")) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      return String.join("\n", lines);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
