package calendar.container;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts deadlocks in PostgreSQL, because the storage retries and so hides them from callers. */
public final class Deadlocks {
  private Deadlocks() {}

  /** The number of deadlocks that PostgreSQL has counted in this database. */
  public static long counted(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
