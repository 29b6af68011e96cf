package calendar.reminder.postgres;

import calendar.database.Statements;
import calendar.reminder.Claim;
import calendar.reminder.DeliveryOutcome;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The transactions on reminders. Each method except {@link #now} runs in a new transaction. It
 * commits when the method returns and rolls back when the method throws.
 *
 * <p>Uses plain JDBC, because every statement changes many rows and no row becomes an entity.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReminderTransactions {

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  /** For the container, which injects the database. */
  public ReminderTransactions() {}

  /** For tests without a container. */
  ReminderTransactions(DataSource database) {
    this.database = database;
  }

  /** See {@link ReminderStorage#now}. Runs without a transaction, which saves a round trip. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Instant now() {
    Instant[] now = {null};
    Statements.query(
        database, ReminderSql.NOW, row -> now[0] = Statements.instant(row, "database_time"));
    return now[0];
  }

  /** See {@link ReminderStorage#claim}. */
  public Claim claim(Instant now, int limit, Duration lease) {
    UUID claimId = UUID.randomUUID();
    List<DueReminder> reminders = new ArrayList<>();
    Set<UUID> repeats = new HashSet<>();
    int[] missed = {0};
    Statements.query(
        database,
        ReminderSql.CLAIM,
        row -> {
          if (ReminderState.valueOf(row.getString("state")) == ReminderState.MISSED) {
            missed[0]++;
          } else {
            DueReminder reminder = dueReminder(row);
            reminders.add(reminder);
            if (row.getBoolean("repeated")) {
              repeats.add(reminder.reminderId());
            }
          }
        },
        now,
        claimId,
        micros(lease),
        now,
        now,
        limit);
    reminders.sort(Comparator.comparing(DueReminder::remindTime));
    return new Claim(claimId, reminders, repeats, missed[0]);
  }

  /** See {@link ReminderStorage#markPublished}. */
  public void markPublished(UUID claimId, Collection<UUID> ids, Duration republishAfter) {
    Statements.update(
        database, ReminderSql.MARK_PUBLISHED, micros(republishAfter), array(ids), claimId);
  }

  /** See {@link ReminderStorage#release}. */
  public void release(UUID claimId, Collection<UUID> ids) {
    Statements.update(database, ReminderSql.RELEASE, array(ids), claimId);
  }

  /** See {@link ReminderStorage#countDue}. */
  public long countDue(Instant now) {
    long[] count = {0};
    Statements.query(database, ReminderSql.COUNT_DUE, row -> count[0] = row.getLong("due"), now);
    return count[0];
  }

  /** See {@link ReminderStorage#deliver}. */
  public Map<UUID, DeliveryOutcome> deliver(
      List<UUID> ids, Instant now, Consumer<List<UUID>> delivery) {
    Map<UUID, DeliveryOutcome> outcomes = new HashMap<>();
    ids.forEach(id -> outcomes.put(id, DeliveryOutcome.GONE));
    Statements.query(
        database,
        ReminderSql.DELIVER,
        row -> outcomes.put(row.getObject("id", UUID.class), outcome(row.getString("becomes"))),
        now,
        now,
        array(ids),
        now);
    delivery.accept(
        ids.stream()
            .distinct()
            .filter(id -> outcomes.get(id) == DeliveryOutcome.DELIVERED)
            .toList());
    return outcomes;
  }

  /** See {@link ReminderStorage#markAttemptFailed}. */
  public boolean markAttemptFailed(
      UUID id, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    boolean[] failed = {false};
    Statements.query(
        database,
        ReminderSql.ATTEMPT_FAILED,
        row -> failed[0] = ReminderState.valueOf(row.getString("state")) == ReminderState.FAILED,
        maxAttempts,
        reason,
        now,
        micros(retryAfter),
        id);
    return failed[0];
  }

  /** See {@link ReminderStorage#purge}. */
  public int purge(Instant endedBefore, int limit) {
    return Statements.update(database, ReminderSql.PURGE, endedBefore, limit);
  }

  /** See {@link ReminderStorage#purgeDeleted}. */
  public int purgeDeleted(Instant deletedBefore, int limit) {
    return Statements.update(database, ReminderSql.PURGE_DELETED, deletedBefore, limit);
  }

  /** See {@link ReminderStorage#ping}. */
  public void ping() {
    Statements.query(database, ReminderSql.PING, row -> {});
  }

  private static DeliveryOutcome outcome(String becomes) {
    if (becomes == null) {
      return DeliveryOutcome.DUPLICATE;
    }
    return switch (ReminderState.valueOf(becomes)) {
      case DELIVERED -> DeliveryOutcome.DELIVERED;
      case FAILED -> DeliveryOutcome.FAILED;
      default -> DeliveryOutcome.MISSED;
    };
  }

  private static DueReminder dueReminder(ResultSet row) throws SQLException {
    return new DueReminder(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("owner_id"),
        row.getString("title"),
        Statements.instant(row, "start_time"),
        Duration.of(row.getLong("remind_before_micros"), ChronoUnit.MICROS),
        Statements.instant(row, "remind_time"));
  }

  private static Statements.Array array(Collection<UUID> ids) {
    return new Statements.Array("uuid", ids.stream());
  }

  private static long micros(Duration duration) {
    return duration.dividedBy(ChronoUnit.MICROS.getDuration());
  }
}
