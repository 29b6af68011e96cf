package calendar.container;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The deadlocks of a database: callers see few of them, since what PostgreSQL ends is retried. */
final class Deadlocks {
  private Deadlocks() {}

  /** How many PostgreSQL has counted since the database was made. */
  static long counted(DataSource database) throws SQLException {
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
