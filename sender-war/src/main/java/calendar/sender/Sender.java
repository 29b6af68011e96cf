package calendar.sender;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import calendar.reminder.DeliveryException;
import calendar.reminder.MessageHandler;
import calendar.reminder.QueuedMessage;
import calendar.reminder.ReminderDelivery;
import calendar.reminder.ReminderMessage;
import calendar.reminder.ReminderStorage;
import calendar.reminder.Settlement;
import calendar.sender.Inbox.ReceivedReminder;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Delivers reminders at least once. The reminder's own row decides: it is marked in the transaction
 * that the delivery is part of. A reminder is delivered twice only if, between delivery and commit,
 * the sender or the database dies, stalls or loses the other: at most one batch for each sender and
 * fault. Both copies have the same id.
 *
 * <p>What is MISSED, and when to try again, goes by the database's clock. While that and this
 * host's differ ({@link ClockCheck}), nothing is settled at all: which reminders are MISSED cannot
 * be known, and neither a delivery nor MISSED can be undone. The messages stay in hand,
 * unacknowledged, until the clocks agree; if the sender dies, the broker gives them to another.
 * They are late, not lost.
 *
 * <p>Throws {@link calendar.error.StorageUnavailableException} and {@link
 * calendar.time.ClockDifferenceException}; these count as no attempt.
 */
final class Sender implements MessageHandler {
  private static final Logger LOG = Logger.getLogger(Sender.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String FAILED_BEFORE =
      "its last attempt had failed: the reminder's row says why, in failure";

  private final ReminderStorage storage;
  private final ReminderDelivery delivery;
  private final int maxAttempts;
  private final ClockCheck clocks;
  private final SenderMetrics metrics;
  private final DeliveryPace pace = new DeliveryPace();

  Sender(
      ReminderStorage storage,
      ReminderDelivery delivery,
      int maxAttempts,
      Clock clock,
      SenderMetrics metrics) {
    this.storage = storage;
    this.delivery = delivery;
    this.maxAttempts = maxAttempts;
    this.clocks = new ClockCheck(storage::now, clock, metrics::clockDifference);
    this.metrics = metrics;
  }

  /**
   * Compares the clocks, so that a difference is logged before the first message comes.
   *
   * @throws calendar.time.ClockDifferenceException if they differ
   */
  void compareClocks() {
    clocks.now();
  }

  @Override
  public Map<QueuedMessage, String> handle(List<QueuedMessage> messages) {
    Inbox inbox = Inbox.read(messages);
    Map<QueuedMessage, String> dead = new IdentityHashMap<>(inbox.malformed());
    deliverAtPace(inbox.reminders(), dead);
    metrics.dropped(DropReason.DUPLICATE, inbox.repeats());
    metrics.dropped(DropReason.MALFORMED, inbox.malformed().size());
    for (String reason : inbox.malformed().values()) {
      LOG.log(Level.WARNING, "a message is no reminder: {0}", reason);
    }
    return dead;
  }

  private void deliverAtPace(
      Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> dead) {
    Map<UUID, ReceivedReminder> together = new LinkedHashMap<>();
    for (Map.Entry<UUID, ReceivedReminder> reminder : reminders.entrySet()) {
      together.put(reminder.getKey(), reminder.getValue());
      if (together.size() >= pace.most()) {
        deliver(together, dead);
        together.clear();
      }
    }
    if (!together.isEmpty()) {
      deliver(together, dead);
    }
  }

  private void deliver(Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> dead) {
    try {
      settle(reminders, dead);
    } catch (DeliveryException failure) {
      if (reminders.size() > 1) {
        reminders.forEach((id, reminder) -> deliver(Map.of(id, reminder), dead));
      } else {
        reminders.values().forEach(reminder -> note(reminder, failure, dead));
      }
    }
  }

  private void settle(Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> dead) {
    Map<UUID, Settlement> settlements =
        storage.settle(
            List.copyOf(reminders.keySet()),
            clocks.now(),
            ids -> deliver(ids.stream().map(id -> reminders.get(id).reminder()).toList()));
    settlements.forEach(
        (id, settlement) -> {
          if (settlement == Settlement.FAILED) {
            dead.put(reminders.get(id).message(), FAILED_BEFORE);
          }
        });
    count(settlements.values());
  }

  private void deliver(List<ReminderMessage> reminders) {
    long begin = System.nanoTime();
    delivery.deliver(reminders);
    pace.took(reminders.size(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private void note(
      ReceivedReminder received, DeliveryException failure, Map<QueuedMessage, String> dead) {
    UUID id = received.reminder().reminderId();
    String reason = failure.getMessage();
    LOG.log(Level.WARNING, "reminder {0} could not be delivered: {1}", new Object[] {id, reason});
    if (storage.markAttemptFailed(id, reason, clocks.now(), RETRY_AFTER, maxAttempts)) {
      dead.put(received.message(), reason);
    }
  }

  private void count(Collection<Settlement> settlements) {
    settlements.stream()
        .collect(groupingBy(settlement -> settlement, counting()))
        .forEach(this::count);
  }

  private void count(Settlement settlement, long number) {
    switch (settlement) {
      case DELIVER -> metrics.delivered(number);
      case DUPLICATE, FAILED -> metrics.dropped(DropReason.DUPLICATE, number);
      case GONE -> metrics.dropped(DropReason.GONE, number);
      case MISSED -> metrics.dropped(DropReason.MISSED, number);
    }
  }
}
