package calendar.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The one JDBC helper: runs SQL with positional parameters, which may be {@link Instant}s, {@link
 * Array}s and whatever JDBC takes. Throws what {@link DatabaseErrors#translate} returns. Thread
 * safe; a connection is not.
 *
 * <p>Methods that take a {@link DataSource} borrow a connection for one statement. It belongs to
 * the caller's transaction, if there is one.
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
   * A PostgreSQL array.
   *
   * @param type PostgreSQL's name of the elements' type, such as {@code uuid}
   */
  public record Array(String type, Stream<?> elements) {
    private java.sql.Array on(Connection connection) throws SQLException {
      return connection.createArrayOf(type, elements.map(Array::element).toArray());
    }

    private static Object element(Object value) {
      return value instanceof Instant time ? text(time) : value;
    }

    /** PostgreSQL cannot read years in Java's format unless they have four digits. */
    private static String text(Instant time) {
      boolean plain = !time.isBefore(YEAR_1) && time.isBefore(YEAR_10000);
      return plain ? time.toString() : WITH_ERA.format(time);
    }
  }

  /** Runs a query and passes each row to the reader. */
  public static void query(
      DataSource database, String sql, RowReader reader, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      query(connection, sql, reader, parameters);
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /** Runs a query and passes each row to the reader. */
  public static void query(
      Connection connection, String sql, RowReader reader, Object... parameters) {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /** Runs a statement that returns no rows, and returns the number of rows that it changed. */
  public static int update(DataSource database, String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /**
   * Runs a statement that returns no rows once for each list of parameters, in their order and in
   * few round trips.
   */
  public static void batch(DataSource database, String sql, List<Object[]> parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : parameters) {
        set(connection, statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /** Returns the value of a {@code timestamptz} column, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return instant(row, row.findColumn(column));
  }

  /** Returns the value of a {@code timestamptz} column, or null. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(connection, statement, parameters);
    return statement;
  }

  private static void set(Connection connection, PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, value(connection, parameters[i]));
    }
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
