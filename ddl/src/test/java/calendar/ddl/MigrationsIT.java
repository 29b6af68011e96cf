package calendar.ddl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.Key;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  private static EmbeddedDatabase server;

  @BeforeAll
  static void start() {
    server = EmbeddedDatabase.temporary();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void twiceIsOnce() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThat(database.migrate()).isPositive();
    assertThat(database.migrate()).isZero();
  }

  @Test
  void aCheckCountsWhatThereIsToApplyAndChangesNothing() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    int pending = Migrations.pending(database.settings(Map.of()));

    assertThat(Migrations.pending(database.settings(Map.of()))).isEqualTo(pending);
    assertThat(database.migrate()).isEqualTo(pending).isPositive();
    assertThat(Migrations.pending(database.settings(Map.of()))).isZero();
  }

  @Test
  void aCheckSaysWhyTheOwnerIsRefused() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThatThrownBy(
            () -> Migrations.pending(database.settings(Map.of(Key.DATABASE_OWNER_PASSWORD, "x"))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("as calendar_owner: FATAL: password authentication failed");
  }

  @RepeatedTest(10)
  void severalAtOnceAreOne() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    int migrators = 3;
    CyclicBarrier start = new CyclicBarrier(migrators);
    Callable<Integer> migrator =
        () -> {
          start.await();
          return database.migrate();
        };
    ExecutorService threads = Executors.newFixedThreadPool(migrators);
    try {
      List<Integer> applied = new ArrayList<>();
      for (Future<Integer> outcome : threads.invokeAll(List.of(migrator, migrator, migrator))) {
        applied.add(outcome.get());
      }
      assertThat(applied).filteredOn(count -> count > 0).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    database.asService("SELECT * FROM events, reminders");
  }

  @Test
  void waitsForTheWholeTurnOfAnother() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection other = database.access().connectAsOwner();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(Migrations.TAKE_TURN);
      Future<Integer> waiting = thread.submit(database::migrate);

      assertThatThrownBy(() -> waiting.get(2, SECONDS)).isInstanceOf(TimeoutException.class);
      database.asOwner("SELECT 1 / (to_regclass('flyway_schema_history') IS NULL)::int");

      other.commit();
      assertThat(waiting.get()).isPositive();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void letsTheFirstEventsBeFoundByTheirKey() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();

    String plan =
        database.plan(
            "SELECT 1 FROM events WHERE owner_id = 'ann'"
                + " AND id = '00000000-0000-7000-8000-000000000001' FOR KEY SHARE");

    assertThat(plan).contains("events_pkey");
  }

  @Test
  void keepsWhatIsThere() throws Exception {
    FreshDatabase database = FreshDatabase.on(server);
    database.migrate();
    database.asService(
        "INSERT INTO events VALUES ('ann', gen_random_uuid(), 'Talk', '', now(),"
            + " now() + interval '1 hour', 1, now(), now())");

    database.asOwner(script("V5__nothing_counted_yet.sql"));

    database.asService("SELECT 1 / count(*) FROM events");
  }

  /** A rewritten table has another file. */
  @Test
  void addsTheImportColumnsWithoutARewrite() throws Exception {
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

  /** As the version before V7 writes; it knows nothing of imported events. */
  @Test
  void theVersionBeforeImportsStillWrites() throws SQLException {
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
  void givesTheServicesRowsAndNothingElse() throws SQLException {
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
    for (String forbidden :
        List.of(
            "CREATE TABLE mine (a int)",
            "TRUNCATE events",
            "TRUNCATE deleted_components",
            "DROP TABLE reminders",
            "ALTER TABLE events DROP CONSTRAINT events_owner_time_free",
            "DELETE FROM flyway_schema_history")) {
      assertThatThrownBy(() -> database.asService(forbidden))
          .as(forbidden)
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
  }

  @Test
  void takesAnyNameOfTheServicesUser() throws SQLException {
    String odd = "o'dd \"user\" $${x}";
    FreshDatabase database = FreshDatabase.on(server, odd);
    asAdministrator(
        "CREATE ROLE \"o'dd \"\"user\"\" $${x}\" LOGIN PASSWORD '%s'"
            .formatted(server.access().services().password()));

    database.migrate();

    database.asService("SELECT * FROM events");
  }

  @Test
  void saysHowToMakeTheServicesUser() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server, "nobody's");

    assertThatThrownBy(database::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("CREATE ROLE \"nobody's\" LOGIN PASSWORD '...'")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysHowToMakeTheExtension() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    String name = database.access().name();
    asAdministrator("ALTER DATABASE %s OWNER TO postgres".formatted(name));

    assertThatThrownBy(database::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("in database " + name + ": CREATE EXTENSION btree_gist");
  }

  @Test
  void saysHowToAllowTables() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    String name = database.access().name();
    asAdministrator("ALTER DATABASE %s OWNER TO postgres".formatted(name));
    asAdministrator("GRANT CREATE ON DATABASE %s TO calendar_owner".formatted(name));

    assertThatThrownBy(database::migrate)
        .hasMessageContaining("GRANT CREATE ON SCHEMA public TO \"calendar_owner\"");
  }

  @Test
  void saysWhereItCannotGo() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    int nowhere = Ports.free();

    assertThatThrownBy(
            () ->
                Migrations.apply(
                    database.settings(Map.of(Key.DATABASE_PORT, Integer.toString(nowhere)))))
        .isInstanceOfSatisfying(
            MigrationException.class, failure -> assertThat(failure.unreachable()).isTrue())
        .hasMessageContaining("127.0.0.1:%d as calendar_owner", nowhere)
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysWhoIsRefused() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThatThrownBy(
            () -> Migrations.apply(database.settings(Map.of(Key.DATABASE_OWNER_PASSWORD, "wrong"))))
        .isInstanceOfSatisfying(
            MigrationException.class, failure -> assertThat(failure.unreachable()).isFalse())
        .hasMessageContaining("password authentication failed for user \"calendar_owner\"")
        .hasMessageNotContaining("wrong");
  }

  private static void asAdministrator(String sql) throws SQLException {
    try (Connection administrator = server.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }
}
