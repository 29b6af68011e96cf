package calendar.bench.system;

import calendar.bench.load.Owners;
import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The calendar's tables, as those who fill them need them. */
public record Tables(DatabaseAccess database) {

  /** Has the planner know them and the dead rows gone, so that neither happens amid a round. */
  public void tidy() throws SQLException {
    asOwner("VACUUM ANALYZE events, reminders");
  }

  /** Removes all events with their reminders. */
  public void empty() throws SQLException {
    asOwner("TRUNCATE events, reminders");
  }

  /** Removes the events of a run, with their reminders, as the services may. */
  public void remove(Owners owners) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM events WHERE owner_id >= ? AND owner_id < ?"
                    + " AND owner_id ~ '^[0-9]{10}$'")) {
      statement.setString(1, Long.toString(owners.base()));
      statement.setString(2, Long.toString(owners.end()));
      statement.executeUpdate();
    }
  }

  /** What a query of one value answers, to the services. */
  public String answer(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
