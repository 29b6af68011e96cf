package calendar.faults;

import calendar.local.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The rows of reminders, as the services see them. They are made here rather than through the API
 * because they shall be due in the same moment: that of the commit.
 *
 * <p>A connection is opened for each question, since the database may have been restarted since the
 * last.
 */
final class ReminderTable {
  /** An event for each of many owners, an hour ahead, and an hour is how early its reminder is. */
  private static final String BOOK =
      """
      WITH booked AS (
        INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                            create_time, update_time)
        SELECT ? || n, gen_random_uuid(), 'Event ' || n, '', now() + interval '1 hour',
               now() + interval '2 hours', 1, now(), now()
        FROM generate_series(1, ?) n
        RETURNING owner_id, id)
      INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, due_time)
      SELECT gen_random_uuid(), owner_id, id, 3600000000, now(), now() FROM booked
      RETURNING id""";

  private static final String COUNT =
      "SELECT count(*) FROM reminders WHERE starts_with(owner_id, ?) AND state = ANY (?)";

  private final DatabaseAccess database;

  ReminderTable(DatabaseAccess database) {
    this.database = database;
  }

  /** Makes reminders that are due at once, and returns their ids. */
  Set<UUID> book(String ownerPrefix, int count) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(BOOK)) {
      statement.setString(1, ownerPrefix);
      statement.setInt(2, count);
      Set<UUID> ids = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }

  /** How many reminders of such owners are in one of the states. */
  int count(String ownerPrefix, String... states) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, ownerPrefix);
      statement.setArray(2, connection.createArrayOf("text", states));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
