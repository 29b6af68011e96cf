package calendar.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.Key;
import calendar.local.process.Ports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Missing prerequisites, and the errors that name them. */
class MigrationErrorsIT extends DatabaseTestBase {
  @Test
  void namesCommandForServicesUser() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server, "nobody's");

    assertThatThrownBy(database::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("CREATE ROLE \"nobody's\" LOGIN PASSWORD '...'")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesCommandForExtension() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    String name = database.access().name();
    asAdministrator("ALTER DATABASE %s OWNER TO postgres".formatted(name));

    assertThatThrownBy(database::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("in database " + name + ": CREATE EXTENSION btree_gist");
  }

  @Test
  void namesCommandForTableRights() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    String name = database.access().name();
    asAdministrator("ALTER DATABASE %s OWNER TO postgres".formatted(name));
    asAdministrator("GRANT CREATE ON DATABASE %s TO calendar_owner".formatted(name));

    assertThatThrownBy(database::migrate)
        .hasMessageContaining("GRANT CREATE ON SCHEMA public TO \"calendar_owner\"");
  }

  @Test
  void namesUnreachableDatabase() throws SQLException {
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
  void namesRejectedUser() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThatThrownBy(
            () -> Migrations.apply(database.settings(Map.of(Key.DATABASE_OWNER_PASSWORD, "wrong"))))
        .isInstanceOfSatisfying(
            MigrationException.class, failure -> assertThat(failure.unreachable()).isFalse())
        .hasMessageContaining("password authentication failed for user \"calendar_owner\"")
        .hasMessageNotContaining("wrong");
  }

  /** V11 drops an index that API servers from before V8 need. */
  @Test
  void refusesWhileOldApiServersAreConnected() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);
    try (Connection older = database.access().connect()) {
      older.setClientInfo("ApplicationName", "calendar_api");

      assertThatThrownBy(database::migrate)
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("an API server of an older version is connected: stop all of them")
          .hasMessageNotContaining("\n");
      database.asService("SELECT * FROM events, grants");
    }
    try (Connection newer = database.access().connect()) {
      newer.setClientInfo("ApplicationName", "calendar_api 0.1.0");

      assertThat(database.migrate()).isEqualTo(1);
    }
  }

  @Test
  void acceptsAnyNameOfServicesUser() throws SQLException {
    String odd = "o'dd \"user\" $${x}";
    FreshDatabase database = FreshDatabase.on(server, odd);
    asAdministrator(
        "CREATE ROLE \"o'dd \"\"user\"\" $${x}\" LOGIN PASSWORD '%s'"
            .formatted(server.access().services().password()));

    database.migrate();

    database.asService("SELECT * FROM events");
  }

  @Test
  void checkReportsRejectedOwner() throws SQLException {
    FreshDatabase database = FreshDatabase.on(server);

    assertThatThrownBy(
            () -> Migrations.pending(database.settings(Map.of(Key.DATABASE_OWNER_PASSWORD, "x"))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("as calendar_owner: FATAL: password authentication failed");
  }
}
