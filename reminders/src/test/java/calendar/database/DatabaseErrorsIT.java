package calendar.database;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.StorageUnavailableException;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The messages for a database that cannot be used. */
class DatabaseErrorsIT {
  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.temporary();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void reportsRejectedLogin() {
    assertThat(failure(port(), name(), "wrong"))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("the database rejects the login: check database.user and database.password");
  }

  @Test
  void reportsMissingDatabase() {
    assertThat(failure(port(), "elsewhere", password()))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("there is no such database: check database.name");
  }

  @Test
  void reportsUnreachableDatabase() {
    assertThat(failure(Ports.free(), name(), password()))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("the database does not answer");
  }

  @Test
  void reportsMissingSchema() {
    assertThat(failure(port(), name(), password()))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("the database is not set up for this version: run calendar_migrate");
  }

  private static RuntimeException failure(int port, String name, String password) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    String user = database.access().services().user();
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1 FROM events");
      throw new AssertionError("the database answered");
    } catch (SQLException refused) {
      return DatabaseErrors.translate(refused);
    }
  }

  private static int port() {
    return database.access().port();
  }

  private static String name() {
    return database.access().name();
  }

  private static String password() {
    return database.access().services().password();
  }
}
