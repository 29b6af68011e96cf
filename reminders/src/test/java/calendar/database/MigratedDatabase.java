package calendar.database;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.ddl.Migrations;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL for one test class, with the schema of the services. */
public final class MigratedDatabase implements AutoCloseable {
  private final EmbeddedDatabase database = EmbeddedDatabase.temporary();

  public MigratedDatabase() {
    DatabaseAccess access = database.access();
    Migrations.apply(Settings.load(Program.MIGRATE, Optional.empty(), access.environment()));
  }

  /** Connections with the user of the services. */
  public DataSource asService() {
    DatabaseAccess access = database.access();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {access.port()});
    source.setDatabaseName(access.name());
    source.setUser(access.services().user());
    source.setPassword(access.services().password());
    return source;
  }

  public Connection connectAsAdministrator() throws SQLException {
    return database.connectAsAdministrator();
  }

  /** Runs statements as the administrator. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Returns PostgreSQL's plans for a prepared statement: the custom plan for these arguments and
   * the generic plan.
   *
   * @param types of its parameters, with commas
   * @param arguments as literals, with commas
   */
  public List<String> plans(String sql, String types, String arguments) throws SQLException {
    return List.of(
        plan(sql, types, arguments, "force_custom_plan"),
        plan(sql, types, arguments, "force_generic_plan"));
  }

  private String plan(String sql, String types, String arguments, String mode) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE s (%s) AS %s".formatted(types, numbered(sql)));
      try (ResultSet rows = statement.executeQuery("EXPLAIN EXECUTE s (" + arguments + ")")) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  private static String numbered(String sql) {
    String numbered = sql;
    for (int i = 1; numbered.contains("?"); i++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + i);
    }
    return numbered;
  }

  @Override
  public void close() {
    database.close();
  }
}
