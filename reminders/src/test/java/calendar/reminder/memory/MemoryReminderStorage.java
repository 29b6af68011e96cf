package calendar.reminder.memory;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import calendar.reminder.Claim;
import calendar.reminder.DeliveryOutcome;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Stores reminders in memory, for tests without a database. Passes the same contract suite as the
 * storage in PostgreSQL and holds the same locks. Thread safe.
 */
public final class MemoryReminderStorage implements ReminderStorage {
  private static final Comparator<MemoryRow> BY_DUE_TIME =
      Comparator.comparing(MemoryRow::dueTime).thenComparing(MemoryRow::id);

  private final Clock clock;
  final MemoryTable table = new MemoryTable();
  final List<Instant> deletionTimes = new ArrayList<>();

  /**
   * @param clock stands for the database's clock
   */
  public MemoryReminderStorage(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Claim claim(Instant now, int limit, Duration lease) {
    UUID claimId = UUID.randomUUID();
    return table.atomically(() -> claim(claimId, now, limit, lease));
  }

  private Claim claim(UUID claimId, Instant now, int limit, Duration lease) {
    Instant databaseNow = now();
    List<MemoryRow> rows =
        table
            .unlockedRows()
            .filter(row -> row.isClaimable(now, databaseNow))
            .sorted(BY_DUE_TIME)
            .limit(limit)
            .toList();
    rows.forEach(row -> row.claim(claimId, databaseNow.plus(lease), row.isOver(now)));
    List<MemoryRow> claimed = rows.stream().filter(row -> row.isHeldBy(claimId)).toList();
    return new Claim(
        claimId,
        claimed.stream()
            .map(row -> row.reminder)
            .sorted(Comparator.comparing(DueReminder::remindTime))
            .toList(),
        claimed.stream().filter(MemoryRow::isRepeat).map(MemoryRow::id).collect(toSet()),
        rows.size() - claimed.size());
  }

  @Override
  public void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter) {
    table.atomically(
        () -> held(claimId, reminderIds).forEach(row -> row.publish(now(), republishAfter)));
  }

  @Override
  public void release(UUID claimId, Collection<UUID> reminderIds) {
    table.atomically(() -> held(claimId, reminderIds).forEach(MemoryRow::release));
  }

  private Stream<MemoryRow> held(UUID claimId, Collection<UUID> ids) {
    return table
        .unlockedRows()
        .filter(row -> ids.contains(row.id()))
        .filter(row -> row.isHeldBy(claimId));
  }

  @Override
  public long countDue(Instant now) {
    return table.atomically(() -> table.rows().stream().filter(row -> row.isDue(now)).count());
  }

  @Override
  public Map<UUID, DeliveryOutcome> deliver(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery) {
    List<MemoryRow> rows = table.lockRows(reminderIds);
    try {
      Map<UUID, DeliveryOutcome> outcomes = new HashMap<>();
      reminderIds.forEach(id -> outcomes.put(id, DeliveryOutcome.GONE));
      outcomes.putAll(rows.stream().collect(toMap(MemoryRow::id, row -> row.outcome(now))));
      delivery.accept(
          reminderIds.stream()
              .distinct()
              .filter(id -> outcomes.get(id) == DeliveryOutcome.DELIVERED)
              .toList());
      table.atomically(() -> rows.forEach(row -> apply(outcomes.get(row.id()), row, now)));
      return outcomes;
    } finally {
      table.unlockRows(rows);
    }
  }

  private static void apply(DeliveryOutcome outcome, MemoryRow row, Instant now) {
    switch (outcome) {
      case DELIVERED -> row.deliver(now);
      case MISSED -> row.miss();
      default -> {}
    }
  }

  @Override
  public boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    List<MemoryRow> rows = table.lockRows(List.of(reminderId));
    try {
      return table.atomically(
          () -> rows.stream().anyMatch(row -> row.fail(now, retryAfter, maxAttempts)));
    } finally {
      table.unlockRows(rows);
    }
  }

  @Override
  public int purge(Instant endedBefore, int limit) {
    List<MemoryEvent> old =
        table.atomically(
            () -> {
              List<MemoryEvent> found =
                  table.events().stream()
                      .filter(event -> !event.locked && event.end.isBefore(endedBefore))
                      .sorted(Comparator.comparing(event -> event.end))
                      .limit(limit)
                      .toList();
              found.forEach(event -> event.locked = true);
              return found;
            });
    table.delete(old);
    return old.size();
  }

  @Override
  public int purgeDeleted(Instant deletedBefore, int limit) {
    return table.atomically(
        () -> {
          List<Instant> old =
              deletionTimes.stream()
                  .filter(time -> time.isBefore(deletedBefore))
                  .sorted()
                  .limit(limit)
                  .toList();
          old.forEach(deletionTimes::remove);
          return old.size();
        });
  }

  @Override
  public void ping() {}
}
