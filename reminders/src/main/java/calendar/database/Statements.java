package calendar.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs SQL on a connection. Parameters may be instants and {@link Array}s beside what JDBC takes.
 * Failures come as {@link DatabaseErrors} translates them.
 */
public final class Statements {
  private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
  private static final DateTimeFormatter WITH_ERA =
      DateTimeFormatter.ofPattern("yyyyy-MM-dd HH:mm:ss.SSSSSS'Z' G", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Statements() {}

  /** Reads the current row. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * An array of PostgreSQL's.
   *
   * @param type of its elements, such as {@code uuid}
   */
  public record Array(String type, Stream<?> elements) {
    private java.sql.Array on(Connection connection) throws SQLException {
      return connection.createArrayOf(type, elements.map(Array::element).toArray());
    }

    private static Object element(Object value) {
      return value instanceof Instant time ? text(time) : value;
    }

    /** Java writes years of other than four digits as PostgreSQL does not read them. */
    private static String text(Instant time) {
      boolean plain = !time.isBefore(YEAR_1) && time.isBefore(YEAR_10000);
      return plain ? time.toString() : WITH_ERA.format(time);
    }
  }

  /** Runs a query and lets the reader read row after row. */
  public static void query(
      Connection connection, String sql, RowReader reader, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, value(connection, parameters[i]));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /** A column of type {@code timestamptz}; null where it is null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Object value(Connection connection, Object parameter) throws SQLException {
    if (parameter instanceof Array array) {
      return array.on(connection);
    }
    return parameter instanceof Instant time
        ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC)
        : parameter;
  }
}
