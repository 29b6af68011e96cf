package calendar.event.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.MigratedDatabase;
import calendar.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each statement uses indexes, so that its cost does not grow with the table. */
class EventSqlIT extends OnPostgres {

  @BeforeAll
  static void fill() throws SQLException {
    database.execute(
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
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, ical_uid, ical_recurrence_id, ical_sequence,
                            ical_version)
        SELECT 'owner-' || o, gen_random_uuid(), '', '', h, h + interval '1 hour', 1, now(), now(),
               'uid-' || CAST(h AS date), CAST(h AS text), 0, 1
        FROM generate_series(150, 250) o,
             generate_series(timestamptz '2030-01-11', '2030-01-20', '2 hours') h""",
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, availability)
        SELECT 'owner-' || o, gen_random_uuid(), '', '', h, h + interval '30 minutes', 1, now(), now(),
               'FREE'
        FROM generate_series(50, 60) o,
             generate_series(timestamptz '2030-01-01', '2030-12-20', '30 minutes') h""",
        """
        INSERT INTO deleted_components
        SELECT owner_id, 'uid-' || CAST(start_time AS date), CAST(id AS text), 0, start_time
        FROM events""",
        "ANALYZE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "GET; text[], uuid[]; '{owner-1}', ARRAY[gen_random_uuid()]",
        "LIST; text[], timestamptz[], timestamptz[], timestamptz[], uuid[], int[];"
            + "'{owner-1}', '{2030-01-02}', '{2030-01-03}', '{NULL}', '{NULL}', '{101}'",
        "LONG_LIST; text[], timestamptz[], timestamptz[], timestamptz[], uuid[], int[];"
            + "'{owner-1}', '{2030-01-02}', '{2030-01-03}', '{NULL}', '{NULL}', '{1001}'",
        "MIXED_LIST; text[], timestamptz[], timestamptz[], timestamptz[], uuid[], int[];"
            + "'{owner-1}', '{2030-01-02}', '{2030-01-03}', '{NULL}', '{NULL}', '{1001}'",
        "EXISTING; text[], uuid[], uuid[];"
            + "'{owner-1}', ARRAY[gen_random_uuid()], ARRAY[gen_random_uuid()]",
        "CONFLICTS; text[], uuid[], timestamptz[], timestamptz[];"
            + "'{owner-1}', ARRAY[gen_random_uuid()], '{2030-01-02}', '{2030-01-03}'",
        "SAME_COMPONENT; text[], uuid[], text[], text[];"
            + "'{owner-1}', ARRAY[gen_random_uuid()], '{uid-123}', '{20300101}'",
        "FIND; text[], int[], text[], text[]; '{owner-1}', '{1001}', '{uid-123,uid-456}', '{\"\",\"\"}'",
        "REMEMBER_DELETED; timestamptz, text, uuid; now(), 'owner-1', gen_random_uuid()",
        "UPDATE; text, text, timestamptz, timestamptz, bigint, timestamptz, text, text, int, timestamptz, bigint,"
            + " text, text, date, date, text, uuid, timestamptz, date, text, uuid;"
            + "'', '', '2030-01-02', '2030-01-03', 2, now(), 'uid', '', 0, NULL, 2, 'here', 'FREE', NULL, NULL, 'UTC',"
            + " NULL, NULL, NULL, 'owner-1', gen_random_uuid()",
        "REMOVE_REMINDERS; text, uuid[], uuid[];"
            + "'owner-1', ARRAY[gen_random_uuid()], ARRAY[gen_random_uuid()]",
        "LOCK_OCCURRENCES; text, uuid; 'owner-1', gen_random_uuid()",
        "OF_SERIES; text[], uuid[]; '{owner-1}', ARRAY[gen_random_uuid()]",
        "PARK; text, uuid[]; 'owner-1', ARRAY[gen_random_uuid()]",
        "DELETE; text, uuid[]; 'owner-1', ARRAY[gen_random_uuid()]"
      })
  void usesIndexes(String statement, String types, String arguments) throws SQLException {
    for (String plan : database.plans(sql(statement), types, arguments)) {
      assertThat(plan).as(statement).contains("Index").doesNotContain("Seq Scan");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARK", "DELETE"})
  void looksUpOccurrencesByTheirIds(String statement) throws SQLException {
    String arguments = "'owner-1', ARRAY[gen_random_uuid()]";
    for (String plan : database.plans(sql(statement), "text, uuid[]", arguments)) {
      assertThat(plan).as(statement).contains("events_pkey").doesNotContain("Hash Join");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIST", "LONG_LIST", "MIXED_LIST"})
  void remembersNoRemindersInVain(String statement) throws SQLException {
    String types = "text[], timestamptz[], timestamptz[], timestamptz[], uuid[], int[]";
    String arguments =
        "'{owner-1}', '{2030-01-02}', '{2030-01-03}', ARRAY[NULL]::timestamptz[],"
            + " ARRAY[gen_random_uuid()], '{101}'";

    for (String plan : database.plans(sql(statement), types, arguments)) {
      assertThat(plan).as(statement).doesNotContain("Memoize");
    }
  }

  /** Also if the tables are new, or were empty when PostgreSQL analyzed them. */
  @ParameterizedTest
  @ValueSource(strings = {"FIND", "SAME_COMPONENT"})
  void usesComponentIndexWithoutStatistics(String statement) throws SQLException {
    try (MigratedDatabase empty = new MigratedDatabase()) {
      empty.execute(
          "DO $$ BEGIN EXECUTE format("
              + "'ALTER DATABASE %I SET enable_seqscan = off', current_database()); END $$");
      for (boolean analyzed : List.of(false, true)) {
        if (analyzed) {
          empty.execute("ANALYZE");
        }
        String types =
            "FIND".equals(statement)
                ? "text[], int[], text[], text[]"
                : "text[], uuid[], text[], text[]";
        String second = "FIND".equals(statement) ? "'{1001}'" : "ARRAY[gen_random_uuid()]";
        String arguments = "'{owner-1}', " + second + ", '{uid-123}', '{\"\"}'";
        for (String plan : empty.plans(sql(statement), types, arguments)) {
          assertThat(plan).contains("events_ical_once").doesNotContain("Seq Scan");
        }
      }
    }
  }

  /** An owner has thousands of free events before the day, and one long event of each kind. */
  @Test
  void doesNotReadFreeEventsBeforeInterval() throws SQLException {
    database.execute(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, availability)
        SELECT 'long', gen_random_uuid(), '', '', '2030-01-01', '2030-10-28', 1, now(), now(), a
        FROM unnest(ARRAY['FREE', NULL]) a
        UNION ALL
        SELECT 'long', gen_random_uuid(), '', '', h, h + interval '30 minutes', 1, now(), now(),
               'FREE'
        FROM generate_series(timestamptz '2030-01-01', '2030-12-20', '30 minutes') h""",
        "ANALYZE events");
    String analyzed =
        "EXPLAIN (ANALYZE, BUFFERS, FORMAT TEXT) "
            + EventSql.MIXED_LIST
                .replaceFirst("\\?", "'{long}'")
                .replaceFirst("\\?", "'{2030-10-01}'")
                .replaceFirst("\\?", "'{2030-10-02}'")
                .replaceFirst("\\?", "'{NULL}'")
                .replaceFirst("\\?", "'{NULL}'")
                .replaceFirst("\\?", "'{1000}'");
    List<String> plan = new ArrayList<>();
    try (Connection connection = database.connectAsAdministrator()) {
      Statements.query(connection, analyzed, row -> plan.add(row.getString(1)));
    }

    String text = String.join("\n", plan);
    assertThat(text).contains("events_free_by_time", "events_busy_by_start");
    Matcher buffers = Pattern.compile("Buffers: shared hit=(\\d+)").matcher(text);
    assertThat(buffers.find()).as(text).isTrue();
    assertThat(Integer.parseInt(buffers.group(1))).as(text).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIST", "LONG_LIST", "MIXED_LIST"})
  void returnsTextsOnlyOncePerEvent(String statement) throws SQLException {
    String rows =
        "SELECT count(*), count(DISTINCT id), count(title), count(description) FROM (%s) r"
            .formatted(sql(statement));
    try (Connection connection = database.connectAsAdministrator()) {
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
          new Statements.Array("uuid", Stream.of(new UUID(0, 0))),
          new Statements.Array("int4", Stream.of(1_001)));
    }
  }

  private static String sql(String statement) {
    return switch (statement) {
      case "GET" -> EventSql.GET;
      case "LIST" -> EventSql.LIST;
      case "LONG_LIST" -> EventSql.LONG_LIST;
      case "MIXED_LIST" -> EventSql.MIXED_LIST;
      case "EXISTING" -> EventSql.EXISTING;
      case "CONFLICTS" -> EventSql.CONFLICTS;
      case "SAME_COMPONENT" -> ComponentSql.SAME_COMPONENT;
      case "FIND" -> ComponentSql.FIND;
      case "REMEMBER_DELETED" -> ComponentSql.REMEMBER_DELETED;
      case "UPDATE" -> EventSql.UPDATE;
      case "REMOVE_REMINDERS" -> EventSql.REMOVE_REMINDERS;
      case "LOCK_OCCURRENCES" -> OccurrenceSql.LOCK;
      case "OF_SERIES" -> OccurrenceSql.OF_SERIES;
      case "PARK" -> OccurrenceSql.PARK;
      case "DELETE" -> OccurrenceSql.DELETE;
      default -> throw new IllegalArgumentException(statement);
    };
  }
}
