package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of reminders as a scheduler sees them, in memory. */
final class DueRows implements ReminderStorage {
  final Deque<DueReminder> due = new ArrayDeque<>();
  final Map<UUID, DueReminder> claimed = new HashMap<>();
  final Set<UUID> published = new HashSet<>();
  final List<Instant> purges = new ArrayList<>();
  int overEvents;
  private UUID lastClaim;

  @Override
  public Claim claim(Instant now, int limit, Duration lease) {
    lastClaim = UUID.randomUUID();
    List<DueReminder> reminders = new ArrayList<>();
    while (reminders.size() < limit && !due.isEmpty()) {
      reminders.add(due.poll());
    }
    reminders.forEach(reminder -> claimed.put(reminder.reminderId(), reminder));
    return new Claim(lastClaim, reminders, 0);
  }

  @Override
  public void markPublished(UUID claimId, Collection<UUID> reminderIds, Duration republishAfter) {
    if (claimId.equals(lastClaim)) {
      reminderIds.stream().filter(id -> claimed.remove(id) != null).forEach(published::add);
    }
  }

  @Override
  public void release(UUID claimId, Collection<UUID> reminderIds) {
    if (claimId.equals(lastClaim)) {
      reminderIds.forEach(id -> due.add(claimed.remove(id)));
    }
  }

  @Override
  public long countDue(Instant now) {
    return due.size();
  }

  @Override
  public int purge(Instant endedBefore, int limit) {
    purges.add(endedBefore);
    int purged = Math.min(limit, overEvents);
    overEvents -= purged;
    return purged;
  }

  @Override
  public void ping() {}

  @Override
  public Map<UUID, Settlement> settle(
      List<UUID> reminderIds, Instant now, Consumer<List<UUID>> delivery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean markAttemptFailed(
      UUID reminderId, String reason, Instant now, Duration retryAfter, int maxAttempts) {
    throw new UnsupportedOperationException();
  }
}
