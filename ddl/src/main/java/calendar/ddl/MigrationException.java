package calendar.ddl;

import calendar.config.Key;
import calendar.config.Settings;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The schema could not be brought up to date. The message is one line that says where and why. */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MigrationException(Settings settings, Exception failure) {
    super(
        "database %s on %s:%s as %s: %s"
            .formatted(
                settings.text(Key.DATABASE_NAME),
                settings.text(Key.DATABASE_HOST),
                settings.text(Key.DATABASE_PORT),
                settings.text(Key.DATABASE_OWNER_USER),
                reason(failure)),
        failure);
  }

  /** The database's own words where there are any: what wraps them says less in more lines. */
  private static String reason(Throwable failure) {
    String words =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .findFirst()
            .orElse(failure)
            .getMessage();
    return words.replaceAll("\\s+", " ").strip();
  }
}
