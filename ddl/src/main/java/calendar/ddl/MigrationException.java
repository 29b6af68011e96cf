package calendar.ddl;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.tls.DatabaseTls;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** The migration failed. The message is one line with the database and the reason. */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The first characters of the SQLState of a failed connection. */
  private static final String CONNECTION = "08";

  private static final String STARTING_UP = "57P03";

  private final boolean unreachable;

  MigrationException(Settings settings, Exception failure) {
    super(
        "database %s on %s:%s as %s: %s%s"
            .formatted(
                settings.text(Key.DATABASE_NAME),
                settings.text(Key.DATABASE_HOST),
                settings.text(Key.DATABASE_PORT),
                settings.text(Key.DATABASE_OWNER_USER),
                reason(failure),
                DatabaseTls.isTlsFailure(failure) ? " (" + DatabaseTls.KEYS + ")" : ""),
        failure);
    this.unreachable =
        !DatabaseTls.isTlsFailure(failure)
            && refusal(failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith(CONNECTION) || state.equals(STARTING_UP))
                .isPresent();
  }

  /** Returns true if the database did not answer. A later attempt may succeed. */
  public boolean unreachable() {
    return unreachable;
  }

  /** The database's own message, if any. Flyway wraps it in longer messages. */
  private static String reason(Throwable failure) {
    String message = refusal(failure).map(Throwable::getMessage).orElse(failure.getMessage());
    return message.replaceAll("\\s+", " ").strip();
  }

  private static Optional<SQLException> refusal(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }
}
