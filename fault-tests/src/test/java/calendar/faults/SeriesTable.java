package calendar.faults;

import calendar.local.postgres.DatabaseAccess;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of series, and the transactions that write them, as PostgreSQL sees them. */
final class SeriesTable implements AutoCloseable {
  private static final String PARTS =
      """
      WITH booked AS (
        SELECT owner_id, series_id,
               array_agg(CAST(extract(epoch FROM start_time) AS bigint) ORDER BY start_time)
                 AS starts
        FROM events WHERE starts_with(owner_id, ?) GROUP BY owner_id, series_id),
      reminded AS (
        SELECT e.owner_id, e.series_id,
               array_agg(CAST(extract(epoch FROM remind_time) AS bigint) ORDER BY remind_time)
                 AS times
        FROM reminders r JOIN events e ON (e.owner_id, e.id) = (r.owner_id, r.event_id)
        WHERE starts_with(e.owner_id, ?) GROUP BY e.owner_id, e.series_id)
      SELECT COALESCE(b.owner_id, s.owner_id) AS owner_id,
             CAST(extract(epoch FROM s.start_time) AS bigint) AS first, b.starts, r.times
      FROM (SELECT * FROM series WHERE starts_with(owner_id, ?)) s
      FULL JOIN booked b ON (b.owner_id, b.series_id) = (s.owner_id, s.id)
      LEFT JOIN reminded r ON (r.owner_id, r.series_id) = (b.owner_id, b.series_id)
      ORDER BY owner_id, b.starts, first""";

  /** A transaction has an id once it has locked or written a row. */
  private static final String WRITERS =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE usename = current_user AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL
        AND (state = 'idle in transaction' OR query <> 'COMMIT')""";

  private final Connection connection;

  SeriesTable(DatabaseAccess database) throws SQLException {
    connection = database.connect();
  }

  /** What the owners have whose ids begin with a prefix, ordered by start. */
  Map<String, List<StoredPart>> parts(String ownerPrefix) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
      for (int parameter = 1; parameter <= 3; parameter++) {
        statement.setString(parameter, ownerPrefix);
      }
      Map<String, List<StoredPart>> parts = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parts
              .computeIfAbsent(rows.getString("owner_id"), owner -> new ArrayList<>())
              .add(
                  new StoredPart(
                      Optional.ofNullable(rows.getObject("first", Long.class))
                          .map(Instant::ofEpochSecond),
                      instants(rows.getArray("starts")),
                      instants(rows.getArray("times"))));
        }
      }
      return parts;
    }
  }

  /** How many transactions of the services have written, and are not about to commit. */
  int writers() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITERS);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static List<Instant> instants(Array seconds) throws SQLException {
    return seconds == null
        ? List.of()
        : Stream.of((Long[]) seconds.getArray()).map(Instant::ofEpochSecond).toList();
  }
}
