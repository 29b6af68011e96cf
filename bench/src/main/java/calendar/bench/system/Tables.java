package calendar.bench.system;

import calendar.bench.load.Owners;
import calendar.bench.load.Sql;
import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The calendar's tables, as those who fill them need them. */
public record Tables(DatabaseAccess database) {

  /** Updates statistics and removes dead rows, so that neither happens during a round. */
  public void tidy() throws SQLException {
    asOwner("VACUUM ANALYZE events, reminders");
  }

  /** Removes all events with their reminders, and all series. */
  public void empty() throws SQLException {
    asOwner("TRUNCATE events, reminders, series, skipped_occurrences, series_requests");
  }

  /** Removes the events and the series of a run, with their reminders, as the services may. */
  public void remove(Owners owners) throws SQLException {
    remove(owners.base(), owners.end());
  }

  /**
   * Removes the events and the series of some of a run's owners.
   *
   * @param first the first owner
   * @param end the first owner after them
   */
  public void remove(long first, long end) throws SQLException {
    try (Connection connection = database.connect()) {
      for (String table : List.of("events", "series")) {
        Sql.run(
            connection,
            "DELETE FROM %s WHERE owner_id >= ? AND owner_id < ? AND owner_id ~ '^[0-9]{10}$'"
                .formatted(table),
            Long.toString(first),
            Long.toString(end));
      }
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
