package calendar.sender;

import calendar.reminder.Claim;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of reminders as a sender sees them, in memory. */
final class SettledRows implements ReminderStorage {
  /** What becomes of a reminder; of those that are not in here, GONE. */
  final Map<UUID, Settlement> rows = new HashMap<>();

  final Map<UUID, Integer> attempts = new HashMap<>();

  @Override
  public Map<UUID, Settlement> settle(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery) {
    Map<UUID, Settlement> settled = new HashMap<>();
    reminderIds.forEach(id -> settled.put(id, rows.getOrDefault(id, Settlement.GONE)));
    List<UUID> due =
        reminderIds.stream().filter(id -> settled.get(id) == Settlement.DELIVER).toList();
    delivery.accept(due);
    due.forEach(id -> rows.put(id, Settlement.DUPLICATE));
    return settled;
  }

  @Override
  public boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    return attempts.merge(reminderId, 1, Integer::sum) >= maxAttempts;
  }

  @Override
  public Claim claim(Instant now, int limit, Duration lease) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(UUID claimId, Collection<UUID> reminderIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long countDue(Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int purge(Instant endedBefore, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ping() {}
}
