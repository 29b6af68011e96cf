package calendar.reminder.postgres;

import calendar.database.DatabaseErrors;
import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Where the transactions of reminders begin: each method but {@link #now} is one, new, committed
 * when it has returned, rolled back when it throws. Plain JDBC, since every statement works on many
 * rows at once and none of them becomes an entity.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReminderTransactions {

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  /** As {@link ReminderStorage#now}. Needs no transaction: one round trip instead of two. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Instant now() {
    Instant[] now = {null};
    query(ReminderSql.NOW, row -> now[0] = row.getTimestamp(1).toInstant());
    return now[0];
  }

  /** As {@link ReminderStorage#claim}. */
  public Claim claim(Instant now, int limit, Duration lease) {
    UUID claimId = UUID.randomUUID();
    Timestamp time = Timestamp.from(now);
    List<DueReminder> reminders = new ArrayList<>();
    Set<UUID> repeats = new HashSet<>();
    int[] missed = {0};
    query(
        ReminderSql.CLAIM,
        row -> {
          if (ReminderState.valueOf(row.getString(1)) == ReminderState.MISSED) {
            missed[0]++;
          } else {
            DueReminder reminder = dueReminder(row);
            reminders.add(reminder);
            if (row.getBoolean(9)) {
              repeats.add(reminder.reminderId());
            }
          }
        },
        time,
        claimId,
        micros(lease),
        time,
        time,
        limit);
    reminders.sort(Comparator.comparing(DueReminder::remindTime));
    return new Claim(claimId, reminders, repeats, missed[0]);
  }

  /** As {@link ReminderStorage#markPublished}. */
  public void markPublished(UUID claimId, Collection<UUID> ids, Duration republishAfter) {
    update(ReminderSql.MARK_PUBLISHED, micros(republishAfter), ids, claimId);
  }

  /** As {@link ReminderStorage#release}. */
  public void release(UUID claimId, Collection<UUID> ids) {
    update(ReminderSql.RELEASE, ids, claimId);
  }

  /** As {@link ReminderStorage#countDue}. */
  public long countDue(Instant now) {
    long[] count = {0};
    query(ReminderSql.COUNT_DUE, row -> count[0] = row.getLong(1), Timestamp.from(now));
    return count[0];
  }

  /** As {@link ReminderStorage#settle}. */
  public Map<UUID, Settlement> settle(List<UUID> ids, Instant now, Consumer<List<UUID>> delivery) {
    Map<UUID, Settlement> settlements = new HashMap<>();
    ids.forEach(id -> settlements.put(id, Settlement.GONE));
    Timestamp time = Timestamp.from(now);
    query(
        ReminderSql.SETTLE,
        row -> settlements.put(row.getObject(1, UUID.class), settlement(row.getString(2))),
        time,
        time,
        ids,
        time);
    delivery.accept(
        ids.stream().distinct().filter(id -> settlements.get(id) == Settlement.DELIVER).toList());
    return settlements;
  }

  /** As {@link ReminderStorage#markAttemptFailed}. */
  public boolean markAttemptFailed(
      UUID id, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    boolean[] failed = {false};
    query(
        ReminderSql.ATTEMPT_FAILED,
        row -> failed[0] = ReminderState.valueOf(row.getString(1)) == ReminderState.FAILED,
        maxAttempts,
        reason,
        Timestamp.from(now),
        micros(retryAfter),
        id);
    return failed[0];
  }

  /** As {@link ReminderStorage#purge}. */
  public int purge(Instant endedBefore, int limit) {
    return update(ReminderSql.PURGE, Timestamp.from(endedBefore), limit);
  }

  /** As {@link ReminderStorage#purgeDeleted}. */
  public int purgeDeleted(Instant deletedBefore, int limit) {
    return update(ReminderSql.PURGE_DELETED, Timestamp.from(deletedBefore), limit);
  }

  /** As {@link ReminderStorage#ping}. */
  public void ping() {
    query(ReminderSql.PING, row -> {});
  }

  private static Settlement settlement(String become) {
    if (become == null) {
      return Settlement.DUPLICATE;
    }
    return switch (ReminderState.valueOf(become)) {
      case DELIVERED -> Settlement.DELIVER;
      case FAILED -> Settlement.FAILED;
      default -> Settlement.MISSED;
    };
  }

  private static DueReminder dueReminder(ResultSet row) throws SQLException {
    return new DueReminder(
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        Duration.of(row.getLong(7), ChronoUnit.MICROS),
        row.getTimestamp(8).toInstant());
  }

  private static long micros(Duration duration) {
    return duration.dividedBy(ChronoUnit.MICROS.getDuration());
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, RowReader reader, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof Collection<?> ids) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
      } else {
        statement.setObject(i + 1, parameters[i]);
      }
    }
    return statement;
  }
}
