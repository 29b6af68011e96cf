package calendar.ddl;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.tls.DatabaseTls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrates the schema to this version. Idempotent, and safe for concurrent use by several
 * processes.
 */
public final class Migrations {
  // Flyway reports errors as exceptions, so its log is not needed. The constant keeps the level:
  // the
  // logging system holds loggers weakly.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.OFF);
  }

  private static final int CONNECT_SECONDS = 5;

  /** The time limit for waiting for another migration, which may take long on much data. */
  private static final int LOCK_SECONDS = 600;

  /** Locks the database against other migrations until the end of the transaction. */
  static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('calendar_migrate', 0))";

  private Migrations() {}

  /**
   * Applies the missing migrations as the schema's owner, each in its own transaction.
   *
   * @param settings the section {@code database}: the address, the schema's owner, and the
   *     services' user, which gets the right to read and write rows
   * @return the number of applied migrations
   * @throws MigrationException if the database does not answer or a statement fails
   */
  public static int apply(Settings settings) {
    PGSimpleDataSource database = owner(settings);
    try (Connection locked = database.getConnection()) {
      lock(locked);
      return flyway(database, settings).migrate().migrationsExecuted;
    } catch (SQLException | FlywayException failure) {
      throw new MigrationException(settings, failure);
    }
  }

  /**
   * Logs in as the schema's owner and changes nothing.
   *
   * @param settings as for {@link #apply}
   * @return the number of migrations that {@link #apply} would apply
   * @throws MigrationException if the database does not answer, a statement fails, or a
   *     prerequisite is missing that only an administrator can provide
   */
  public static int pending(Settings settings) {
    try {
      return flyway(owner(settings), settings).info().pending().length;
    } catch (SQLException | FlywayException failure) {
      throw new MigrationException(settings, failure);
    }
  }

  private static Flyway flyway(PGSimpleDataSource database, Settings settings) throws SQLException {
    return Flyway.configure()
        .dataSource(database)
        .defaultSchema("public")
        .placeholders(Map.of("service_user", checked(database, settings.text(Key.DATABASE_USER))))
        .lockRetryCount(LOCK_SECONDS)
        .load();
  }

  /**
   * Waits until no other process migrates this database. The lock lasts as long as the connection
   * is open. Flyway's own lock is not enough: it is free between two migrations, so two processes
   * could each apply some and report wrong counts.
   */
  private static void lock(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '%ds'".formatted(LOCK_SECONDS));
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      statement.execute(LOCK);
    }
  }

  /** Checks the prerequisites and returns the services' user, quoted for SQL. */
  private static String checked(PGSimpleDataSource database, String serviceUser)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      new Prerequisites(connection).require(serviceUser);
      return Prerequisites.quoted(serviceUser);
    }
  }

  private static PGSimpleDataSource owner(Settings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {settings.text(Key.DATABASE_HOST)});
    database.setPortNumbers(new int[] {settings.number(Key.DATABASE_PORT)});
    database.setDatabaseName(settings.text(Key.DATABASE_NAME));
    database.setUser(settings.text(Key.DATABASE_OWNER_USER));
    database.setPassword(settings.text(Key.DATABASE_OWNER_PASSWORD));
    database.setSslMode(DatabaseTls.sslMode(settings.text(Key.DATABASE_TLS)));
    database.setSslRootCert(settings.text(Key.DATABASE_CA));
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calendar_migrate");
    return database;
  }
}
