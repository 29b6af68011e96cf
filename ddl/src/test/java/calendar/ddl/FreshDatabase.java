package calendar.ddl;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database on a shared server. */
record FreshDatabase(DatabaseAccess access) {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Creates a database with {@code user} as the services' user. */
  static FreshDatabase on(EmbeddedDatabase server, String user) throws SQLException {
    String name = "fresh" + COUNT.incrementAndGet();
    DatabaseAccess usual = server.access();
    try (Connection administrator = server.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute("CREATE DATABASE %s OWNER calendar_owner".formatted(name));
    }
    return new FreshDatabase(
        new DatabaseAccess(
            usual.host(),
            usual.port(),
            name,
            new DatabaseAccess.Login(user, usual.services().password()),
            usual.owner()));
  }

  static FreshDatabase on(EmbeddedDatabase server) throws SQLException {
    return on(server, server.access().services().user());
  }

  /** The settings for this database, with changes. */
  Settings settings(Map<Key, String> changes) {
    Map<String, String> environment = new HashMap<>(access.environment());
    changes.forEach((key, value) -> environment.put(key.environmentVariable(), value));
    return Settings.load(Program.MIGRATE, Optional.empty(), environment);
  }

  int migrate() {
    return Migrations.apply(settings(Map.of()));
  }

  void asOwner(String sql) throws SQLException {
    execute(access.connectAsOwner(), sql);
  }

  void asService(String sql) throws SQLException {
    execute(access.connect(), sql);
  }

  /** PostgreSQL's plan for a query. */
  String plan(String query) throws SQLException {
    try (Connection connection = access.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN " + query)) {
      StringBuilder plan = new StringBuilder();
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
