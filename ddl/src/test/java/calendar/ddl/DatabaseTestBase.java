package calendar.ddl;

import calendar.local.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Starts an embedded PostgreSQL server for the tests of a class. */
abstract class DatabaseTestBase {
  static EmbeddedDatabase server;

  @BeforeAll
  static void start() {
    server = EmbeddedDatabase.temporary();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static void asAdministrator(String sql) throws SQLException {
    try (Connection administrator = server.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }
}
