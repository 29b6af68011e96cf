package calendar.launcher;

import calendar.config.Key;
import calendar.tls.DatabaseTls;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The login of a service at PostgreSQL. */
final class DatabaseLogin {
  private static final int LIMIT_SECONDS = 5;

  /** The beginning of the SQLState of every refused user or password. */
  private static final String REFUSED = "28";

  private static final String NO_SUCH_DATABASE = "3D000";

  /** The beginning of the SQLState of a failed connection. */
  private static final String UNREACHABLE = "08";

  private DatabaseLogin() {}

  /** Nothing, or why PostgreSQL did not let us in and which keys say so. */
  static Optional<String> refusal(EffectiveSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {settings.text(Key.DATABASE_HOST)});
    source.setPortNumbers(new int[] {settings.number(Key.DATABASE_PORT)});
    source.setDatabaseName(settings.text(Key.DATABASE_NAME));
    source.setUser(settings.text(Key.DATABASE_USER));
    source.setPassword(settings.text(Key.DATABASE_PASSWORD));
    source.setSslMode(DatabaseTls.sslMode(settings.text(Key.DATABASE_TLS)));
    source.setSslRootCert(settings.file(Key.DATABASE_CA));
    source.setConnectTimeout(LIMIT_SECONDS);
    source.setSocketTimeout(LIMIT_SECONDS);
    source.setApplicationName("calendar --check");
    try {
      source.getConnection().close();
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(
          "%s (%s)".formatted(refused.getMessage().replaceAll("\\s+", " ").strip(), keys(refused)));
    }
  }

  private static String keys(SQLException refused) {
    if (DatabaseTls.isTlsFailure(refused)) {
      return DatabaseTls.KEYS;
    }
    String state = String.valueOf(refused.getSQLState());
    if (state.equals(NO_SUCH_DATABASE)) {
      return "database.name";
    }
    if (state.startsWith(UNREACHABLE)) {
      return "database.host, database.port";
    }
    return state.startsWith(REFUSED) ? "database.user, database.password" : "SQLState " + state;
  }
}
