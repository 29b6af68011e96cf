package calendar.bench.system;

import calendar.bench.load.Owners;
import calendar.bench.load.Sql;
import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;

/** The calendar's tables, as those who fill them need them. */
public record Tables(DatabaseAccess database) {

  /** Updates statistics and removes dead rows, so that neither happens during a round. */
  public void tidy() throws SQLException {
    asOwner("VACUUM ANALYZE events, reminders");
  }

  /** Removes all events with their reminders. */
  public void empty() throws SQLException {
    asOwner("TRUNCATE events, reminders");
  }

  /** Removes the events of a run, with their reminders, as the services may. */
  public void remove(Owners owners) throws SQLException {
    try (Connection connection = database.connect()) {
      Sql.run(
          connection,
          "DELETE FROM events WHERE owner_id >= ? AND owner_id < ? AND owner_id ~ '^[0-9]{10}$'",
          Long.toString(owners.base()),
          Long.toString(owners.end()));
    }
  }

  /** What a query of one value answers, to the services. */
  public String answer(String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return Sql.value(connection, query);
    }
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      Sql.run(connection, sql);
    }
  }
}
