package calendar.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The constraints of the tables, independent of any program. */
class SchemaIT extends DatabaseTestBase {
  private static final String ID = "00000000-0000-7000-8000-000000000001";

  private FreshDatabase database;

  @BeforeEach
  void bookTheMorning() throws SQLException {
    database = FreshDatabase.on(server);
    database.migrate();
    database.asService(
        event("ann", "'%s'".formatted(ID), "2026-12-01 10:00Z", "2026-12-01 12:00Z"));
  }

  @Test
  void rejectsDoubleBooking() {
    assertThatThrownBy(() -> book("ann", "2026-12-01 11:59:59.999999Z", "2026-12-01 13:00Z"))
        .hasMessageContaining("events_owner_time_free");
  }

  @Test
  void allowsAdjacentEvents() {
    assertThatCode(() -> book("ann", "2026-12-01 12:00Z", "2026-12-01 13:00Z"))
        .doesNotThrowAnyException();
    assertThatCode(() -> book("ann", "2026-12-01 09:00Z", "2026-12-01 10:00Z"))
        .doesNotThrowAnyException();
  }

  @Test
  void allowsSameTimeForOtherOwner() {
    assertThatCode(() -> book("bob", "2026-12-01 10:00Z", "2026-12-01 12:00Z"))
        .doesNotThrowAnyException();
  }

  @Test
  void distinguishesOwnersByEveryByte() {
    assertThatCode(() -> book("ANN", "2026-12-01 10:00Z", "2026-12-01 12:00Z"))
        .doesNotThrowAnyException();
  }

  /** The constraint compares hashes first. These two names have the same hash. */
  @Test
  void distinguishesOwnersWithEqualHashes() throws SQLException {
    String one = "owner-alike-B0aa0a0bDafD";
    String other = "owner-_DSDC6_zdBkHwA_jA_";
    database.asService(
        "DO $$ BEGIN ASSERT hashtextextended('%s', 0) = hashtextextended('%s', 0); END $$"
            .formatted(one, other));
    book(one, "2026-12-01 10:00Z", "2026-12-01 12:00Z");

    assertThatCode(() -> book(other, "2026-12-01 10:00Z", "2026-12-01 12:00Z"))
        .doesNotThrowAnyException();
  }

  @Test
  void freeEventsOverlapAnything() throws SQLException {
    database.asService("UPDATE events SET availability = 'FREE'");
    book("ann", "2026-12-01 11:00Z", "2026-12-01 13:00Z");

    assertThatThrownBy(() -> database.asService("UPDATE events SET availability = NULL"))
        .hasMessageContaining("events_owner_time_free");
    assertThatThrownBy(() -> database.asService("UPDATE events SET availability = 'BUSY'"))
        .hasMessageContaining("events_availability");
  }

  @Test
  void rejectsIncompleteDates() {
    for (String dates :
        List.of(
            "'2026-12-01', NULL, 'UTC'",
            "NULL, '2026-12-01', 'UTC'",
            "'2026-12-01', '2026-12-02', NULL",
            "'2026-12-01', '2026-12-01', 'UTC'")) {
      assertThatThrownBy(() -> database.asService(dated(dates)))
          .as(dates)
          .hasMessageContaining("events_all_day_complete");
    }
    assertThatCode(() -> database.asService(dated("'2026-12-01', '2026-12-02', 'UTC'")))
        .doesNotThrowAnyException();
    assertThatCode(() -> database.asService(dated("NULL, NULL, 'UTC'"))).doesNotThrowAnyException();
  }

  private static String dated(String values) {
    return "UPDATE events SET (start_date, end_date, time_zone) = (%s)".formatted(values);
  }

  @Test
  void rejectsEventWithoutLength() {
    assertThatThrownBy(() -> book("ann", "2026-12-02 10:00Z", "2026-12-02 10:00Z"))
        .hasMessageContaining("events_end_after_start");
  }

  @Test
  void rejectsRepeatedRequestId() throws SQLException {
    database.asService("UPDATE events SET request_id = '%s'".formatted(ID));
    book("ann", "2026-12-02 10:00Z", "2026-12-02 11:00Z");

    assertThatThrownBy(
            () -> database.asService("UPDATE events SET request_id = '%s'".formatted(ID)))
        .hasMessageContaining("events_request_once");
  }

  @Test
  void keepsRemindersWithTheirEvents() throws SQLException {
    database.asService(reminder(ID, 0, "SCHEDULED"));
    assertThatThrownBy(() -> database.asService(reminder(ID, 0, "SCHEDULED")))
        .hasMessageContaining("reminders_distinct");
    assertThatThrownBy(() -> database.asService(reminder(ID, -1, "SCHEDULED")))
        .hasMessageContaining("reminders_before");
    assertThatThrownBy(() -> database.asService(reminder(ID, 1, "FORGOTTEN")))
        .hasMessageContaining("reminders_state");
    assertThatThrownBy(() -> database.asService(reminder(ID.replace('8', '9'), 1, "SCHEDULED")))
        .hasMessageContaining("reminders_event");

    database.asService("DELETE FROM events");

    database.asService("DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM reminders); END $$");
  }

  @Test
  void rejectsSecondEventOfComponent() throws SQLException {
    database.asService(
        "UPDATE events SET ical_uid = 'uid', ical_recurrence_id = '', ical_sequence = 0,"
            + " ical_version = 1");
    book("ann", "2026-12-02 10:00Z", "2026-12-02 11:00Z");
    book("bob", "2026-12-02 10:00Z", "2026-12-02 11:00Z");

    assertThatThrownBy(() -> database.asService(imported("ann", "'uid', '', 0, 1")))
        .hasMessageContaining("events_ical_once");
    assertThatCode(() -> database.asService(imported("ann", "'uid', '20261202', 0, 1")))
        .doesNotThrowAnyException();
    assertThatCode(() -> database.asService(imported("bob", "'uid', '', 0, 1")))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsIncompleteImportSource() {
    assertThatThrownBy(() -> database.asService(imported("ann", "'uid', NULL, 0, 1")))
        .hasMessageContaining("events_ical_complete");
    assertThatThrownBy(() -> database.asService(imported("ann", "'uid', '', 0, NULL")))
        .hasMessageContaining("events_ical_complete");
  }

  private static String imported(String owner, String source) {
    return "UPDATE events SET (ical_uid, ical_recurrence_id, ical_sequence, ical_version) = (%s)"
            .formatted(source)
        + " WHERE owner_id = '%s' AND ical_uid IS NULL".formatted(owner);
  }

  @Test
  void rejectsGrantsWithoutMeaning() {
    grants("'EVERYONE', '', 'READER'", "'GROUP', 'board', 'WRITER'", "'SUBJECT', 'bob', 'READER'")
        .forEach(
            grant ->
                assertThatCode(() -> database.asService(grant))
                    .as(grant)
                    .doesNotThrowAnyException());

    assertRejects("grants_grantee_kind", "'ROBOT', 'r2', 'READER'");
    assertRejects("grants_grantee", "'EVERYONE', 'bob', 'READER'", "'GROUP', '', 'READER'");
    assertRejects("grants_role", "'SUBJECT', 'eve', 'OWNER'");
    assertRejects("grants_not_to_oneself", "'SUBJECT', 'ann', 'READER'");
    assertRejects("grants_pkey", "'SUBJECT', 'bob', 'WRITER'");
  }

  private void assertRejects(String constraint, String... grants) {
    grants(grants)
        .forEach(
            grant ->
                assertThatThrownBy(() -> database.asService(grant))
                    .as(grant)
                    .hasMessageContaining(constraint));
  }

  private static Stream<String> grants(String... grants) {
    return Stream.of(grants).map("INSERT INTO grants VALUES ('ann', %s, now())"::formatted);
  }

  @Test
  void findsEventsByKeyAmongManyOwners() throws SQLException {
    database.asOwner(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time)
        SELECT 'owner-' || n, gen_random_uuid(), '', '', now(), now() + interval '1 hour', 1, now(),
               now()
        FROM generate_series(1, 10000) n""");
    database.asOwner("ANALYZE events");

    assertThat(
            database.plan(
                "SELECT title FROM events WHERE owner_id = 'owner-7' AND id = '%s'".formatted(ID)))
        .contains("events_pkey");
  }

  private void book(String owner, String start, String end) throws SQLException {
    database.asService(event(owner, "gen_random_uuid()", start, end));
  }

  private static String event(String owner, String id, String start, String end) {
    return "INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,"
        + " create_time, update_time) VALUES ('%s', %s, 'Talk', '', '%s', '%s', 1, now(), now())"
            .formatted(owner, id, start, end);
  }

  private static String reminder(String event, long micros, String state) {
    return "INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time,"
        + " due_time, state) VALUES (gen_random_uuid(), 'ann', '%s', %d, now(), now(), '%s')"
            .formatted(event, micros, state);
  }
}
