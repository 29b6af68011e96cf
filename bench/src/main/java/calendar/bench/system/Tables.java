package calendar.bench.system;

import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The calendar's tables, for sections that fill and empty them. */
public record Tables(DatabaseAccess database) {
  /** What follows a query that names the columns owner, id, start and due of new events. */
  private static final String INSERT =
      """
      , new_events AS (
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time, request_id)
        SELECT owner, id, 'Weekly meeting of the team', 'In the large room', start,
               start + interval '30 minutes', 1, now(), now(), gen_random_uuid()
        FROM numbered)
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, state,
                             due_time)
      SELECT id, owner, id, (extract(epoch FROM start - due) * 1000000)::bigint, due, 'SCHEDULED',
             due
      FROM numbered
      """;

  /** Updates statistics and removes dead rows, so that neither happens during a round. */
  public void tidy() throws SQLException {
    asOwner("VACUUM ANALYZE events, reminders");
  }

  /** Removes all events with their reminders, and all series. */
  public void empty() throws SQLException {
    asOwner("TRUNCATE events, reminders, series, skipped_occurrences, series_requests");
  }

  /**
   * Removes the events and the series of some owners of ten digits, with their reminders, as the
   * services may.
   *
   * @param first the first owner
   * @param end the first owner after them
   */
  public void remove(long first, long end) throws SQLException {
    for (String table : List.of("events", "series")) {
      run(
          "DELETE FROM %s WHERE owner_id >= ? AND owner_id < ? AND owner_id ~ '^[0-9]{10}$'"
              .formatted(table),
          Long.toString(first),
          Long.toString(end));
    }
  }

  /**
   * Inserts events with one reminder each, in one transaction.
   *
   * @param numbered a query of their owner, id, start and due (when the reminder is due)
   */
  public void insert(String numbered, Object... parameters) throws SQLException {
    run("WITH numbered AS MATERIALIZED (" + numbered + ")" + INSERT, parameters);
  }

  /** Runs a statement without a result, as the services. */
  public void run(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.connect()) {
      prepare(connection, sql, parameters).execute();
    }
  }

  /** What a query of one value answers, to the services. */
  public String answer(String query, Object... parameters) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet rows = prepare(connection, query, parameters).executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      prepare(connection, sql).execute();
    }
  }

  /** The statement is closed with its connection. */
  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
