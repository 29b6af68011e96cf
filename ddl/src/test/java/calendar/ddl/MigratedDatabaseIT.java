package calendar.ddl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data, plans and rights after a migration. */
class MigratedDatabaseIT extends DatabaseTestBase {
  @Test
  void findsFirstEventsByKey() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();

    String plan =
        database.plan(
            "SELECT 1 FROM events WHERE owner_id = 'ann'"
                + " AND id = '00000000-0000-7000-8000-000000000001' FOR KEY SHARE");

    assertThat(plan).contains("events_pkey");
  }

  @Test
  void keepsExistingRows() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();
    database.asService(
        "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
            + " now() + interval '1 hour', 1, now(), now())");

    database.asOwner(script("V5__nothing_counted_yet.sql"));

    database.asService("SELECT 1 / count(*) FROM events");
  }

  /** A table rewrite would change the table's file. */
  @Test
  void addsImportColumnsWithoutTableRewrite() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();
    database.asOwner(
        "DROP TABLE deleted_components;"
            + " ALTER TABLE events DROP COLUMN ical_uid, DROP COLUMN ical_recurrence_id,"
            + " DROP COLUMN ical_sequence, DROP COLUMN ical_modified_time, DROP COLUMN ical_version");
    database.asService(
        "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
            + " now() + interval '1 hour', 1, now(), now())");
    database.asOwner("CREATE TABLE files AS SELECT pg_relation_filenode('events') AS before");

    database.asOwner(
        script("V7__imported_events.sql")
            .replace("${service_user}", database.access().services().user()));

    database.asOwner("SELECT 1 / (before = pg_relation_filenode('events'))::int FROM files");
    database.asService("SELECT 1 / count(*) FROM events WHERE ical_uid IS NULL");
  }

  /** A table rewrite would change the table's file. */
  @Test
  void addsColumnsOfRicherEventsWithoutTableRewrite() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();
    database.asOwner(
        "ALTER TABLE events DROP COLUMN location, DROP COLUMN availability CASCADE, DROP COLUMN start_date,"
            + " DROP COLUMN end_date, DROP COLUMN time_zone,"
            + " ADD CONSTRAINT events_owner_time_free EXCLUDE (id WITH =)");
    database.asService(
        "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
            + " now() + interval '1 hour', 1, now(), now())");
    database.asOwner("CREATE TABLE files AS SELECT pg_relation_filenode('events') AS before");

    database.asOwner(script("V8__richer_events.sql"));

    database.asOwner("SELECT 1 / (before = pg_relation_filenode('events'))::int FROM files");
    database.asService("SELECT 1 / count(*) FROM events WHERE availability IS NULL");
    assertThatThrownBy(
            () ->
                database.asService(
                    "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
                        + " now() + interval '1 hour', 1, now(), now())"))
        .hasMessageContaining("events_owner_time_free");
  }

  /** Writes like the version before V7, which does not know imported events. */
  @Test
  void versionBeforeImportsCanStillWrite() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();
    database.asService(
        """
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, request_id)
        SELECT * FROM unnest(
            ARRAY['ann'], ARRAY[gen_random_uuid()], ARRAY['Talk'], ARRAY[''],
            CAST(ARRAY['2026-12-01'] AS timestamptz[]), CAST(ARRAY['2026-12-02'] AS timestamptz[]),
            ARRAY[1], CAST(ARRAY['2026-11-01'] AS timestamptz[]),
            CAST(ARRAY['2026-11-01'] AS timestamptz[]), ARRAY[gen_random_uuid()])
        ON CONFLICT DO NOTHING""");
    database.asService(
        "UPDATE events SET ical_uid = 'uid', ical_recurrence_id = '', ical_sequence = 0,"
            + " ical_version = 1");

    database.asService(
        "UPDATE events SET title = 'T', description = '', start_time = start_time,"
            + " end_time = end_time, version = 2, update_time = now()");

    database.asService("SELECT 1 / count(*) FROM events WHERE ical_uid = 'uid' AND version = 2");
    database.asService("DELETE FROM events");
  }

  private static String script(String name) throws IOException {
    try (InputStream script = Migrations.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  @Test
  void grantsServicesOnlyRowAccess() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();

    database.asService(
        "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
            + " now() + interval '1 hour', 1, now(), now())");
    database.asService("UPDATE events SET title = 'Long talk'");
    database.asService("DELETE FROM events");
    database.asService("INSERT INTO deleted_components VALUES ('ann', 'uid', '', 0, now())");
    database.asService("UPDATE deleted_components SET ical_sequence = 1");
    database.asService("DELETE FROM deleted_components");
    database.asService("INSERT INTO grants VALUES ('ann', 'EVERYONE', '', 'READER', now())");
    database.asService("UPDATE grants SET role = 'WRITER'");
    database.asService("DELETE FROM grants");
    for (String forbidden :
        List.of(
            "CREATE TABLE mine (a int)",
            "TRUNCATE events",
            "TRUNCATE deleted_components",
            "TRUNCATE grants",
            "DROP TABLE reminders",
            "ALTER TABLE events DROP CONSTRAINT events_owner_time_free",
            "DELETE FROM flyway_schema_history")) {
      assertThatThrownBy(() -> database.asService(forbidden))
          .as(forbidden)
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }
}
