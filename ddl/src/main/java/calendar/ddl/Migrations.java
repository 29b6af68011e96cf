package calendar.ddl;

import calendar.config.Key;
import calendar.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to this version. Idempotent, and safe when several do it at once. */
public final class Migrations {
  private static final int CONNECT_SECONDS = 5;

  private Migrations() {}

  /**
   * Applies what is missing, as the schema's owner, each migration in a transaction of its own.
   *
   * @param settings {@code database}: where it is, who owns it, and the services' user, who is
   *     given the right to read and write rows
   * @return how many migrations were applied
   * @throws MigrationException if the database does not answer or refuses
   */
  public static int apply(Settings settings) {
    PGSimpleDataSource database = owner(settings);
    try {
      requireServiceUser(database, settings.text(Key.DATABASE_USER));
      return Flyway.configure()
          .dataSource(database)
          .defaultSchema("public")
          .placeholders(Map.of("service_user", quoted(settings.text(Key.DATABASE_USER))))
          .load()
          .migrate()
          .migrationsExecuted;
    } catch (SQLException | FlywayException failure) {
      throw new MigrationException(settings, failure);
    }
  }

  private static PGSimpleDataSource owner(Settings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {settings.text(Key.DATABASE_HOST)});
    database.setPortNumbers(new int[] {settings.number(Key.DATABASE_PORT)});
    database.setDatabaseName(settings.text(Key.DATABASE_NAME));
    database.setUser(settings.text(Key.DATABASE_OWNER_USER));
    database.setPassword(settings.text(Key.DATABASE_OWNER_PASSWORD));
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calendar_migrate");
    return database;
  }

  private static void requireServiceUser(PGSimpleDataSource database, String user)
      throws SQLException {
    try (Connection connection = database.getConnection();
        var query = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, user);
      if (!query.executeQuery().next()) {
        throw new SQLException(
            "the services' user does not exist; an administrator must run: CREATE ROLE %s LOGIN"
                    .formatted(quoted(user))
                + " PASSWORD '...'");
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
