package calendar.ddl;

import calendar.config.Key;
import calendar.config.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema up to this version. Idempotent, and safe when several do it at once. */
public final class Migrations {
  // Its lines are for developers; what goes wrong comes back as an exception. Held here, since the
  // logging system holds loggers weakly and would forget the level.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  static {
    FLYWAY.setLevel(Level.OFF);
  }

  private static final int CONNECT_SECONDS = 5;

  /** How long another one at work is waited for: a migration of much data may take its time. */
  private static final int LOCK_SECONDS = 600;

  /** Waits until nobody else migrates this database; ends with the transaction. */
  static final String TAKE_TURN =
      "SELECT pg_advisory_xact_lock(hashtextextended('calendar_migrate', 0))";

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
    try (Connection turn = database.getConnection()) {
      await(turn);
      return flyway(database, settings).migrate().migrationsExecuted;
    } catch (SQLException | FlywayException failure) {
      throw new MigrationException(settings, failure);
    }
  }

  /**
   * Logs in as the schema's owner and changes nothing.
   *
   * @param settings as for {@link #apply}
   * @return how many migrations {@link #apply} would apply
   * @throws MigrationException if the database does not answer or refuses, or something is missing
   *     that only an administrator can provide
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
   * Lets one at a time go on, for as long as its connection is open. Flyway's own lock is free
   * between two migrations, where another one might take over, and each would tell of a part of
   * them.
   */
  private static void await(Connection turn) throws SQLException {
    turn.setAutoCommit(false);
    try (Statement statement = turn.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '%ds'".formatted(LOCK_SECONDS));
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      statement.execute(TAKE_TURN);
    }
  }

  /** The services' user as SQL writes it, once all that migrations need is there. */
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
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("calendar_migrate");
    return database;
  }
}
