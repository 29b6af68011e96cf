package calendar.sender;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import calendar.reminder.DeliveryOutcome;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.DeliveryException;
import calendar.reminder.messaging.MessageHandler;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderDelivery;
import calendar.reminder.messaging.ReminderMessage;
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
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Delivers reminders at least once. The reminder's row decides: the transaction that marks it also
 * contains the delivery. A reminder is delivered twice only if the sender or the database dies,
 * stalls or loses the other between delivery and commit. That affects at most one batch per sender
 * and fault, and both copies have the same id.
 *
 * <p>MISSED and the time of the next attempt follow the database's clock. While that clock and this
 * host's clock differ ({@link ClockCheck}), the sender neither delivers nor marks anything, because
 * neither can be undone. It keeps the messages without acknowledging them until the clocks agree.
 * If the sender dies, the broker gives them to another sender. Such reminders are late, not lost.
 *
 * <p>Throws {@link calendar.error.StorageUnavailableException} and {@link
 * calendar.time.ClockDifferenceException}. Neither counts as an attempt.
 *
 * <p>Safe for use by any number of threads.
 */
final class Sender implements MessageHandler {
  private static final Logger LOG = Logger.getLogger(Sender.class.getName());
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String FAILED_BEFORE =
      "the last attempt failed before; the column \"failure\" of the reminder's row says why";

  private final ReminderStorage storage;
  private final ReminderDelivery delivery;
  private final int maxAttempts;
  private final ClockCheck clocks;
  private final SenderMetrics metrics;
  private final LongSupplier nanoTime;
  private final DeliveryPace pace = new DeliveryPace();

  /**
   * @param maxAttempts the number of failed attempts after which a reminder is FAILED
   */
  Sender(
      ReminderStorage storage,
      ReminderDelivery delivery,
      int maxAttempts,
      Clock clock,
      SenderMetrics metrics) {
    this(storage, delivery, maxAttempts, clock, metrics, System::nanoTime);
  }

  Sender(
      ReminderStorage storage,
      ReminderDelivery delivery,
      int maxAttempts,
      Clock clock,
      SenderMetrics metrics,
      LongSupplier nanoTime) {
    this.storage = storage;
    this.delivery = delivery;
    this.maxAttempts = maxAttempts;
    this.clocks = new ClockCheck(storage::now, clock, metrics::clockDifference);
    this.metrics = metrics;
    this.nanoTime = nanoTime;
  }

  /**
   * Compares the clocks, so that a difference is logged before the first message arrives.
   *
   * @throws calendar.time.ClockDifferenceException if they differ by more than a minute
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
      LOG.log(Level.WARNING, "Dropped a malformed message: {0}", reason);
    }
    return dead;
  }

  private void deliverAtPace(
      Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> dead) {
    Map<UUID, ReceivedReminder> group = new LinkedHashMap<>();
    for (Map.Entry<UUID, ReceivedReminder> reminder : reminders.entrySet()) {
      group.put(reminder.getKey(), reminder.getValue());
      if (group.size() >= pace.largestGroup()) {
        deliverOrSplit(group, dead);
        group.clear();
      }
    }
    if (!group.isEmpty()) {
      deliverOrSplit(group, dead);
    }
  }

  private void deliverOrSplit(Map<UUID, ReceivedReminder> group, Map<QueuedMessage, String> dead) {
    try {
      deliverTogether(group, dead);
    } catch (DeliveryException failure) {
      if (group.size() > 1) {
        group.forEach((id, reminder) -> deliverOrSplit(Map.of(id, reminder), dead));
      } else {
        group.values().forEach(reminder -> recordFailure(reminder, failure, dead));
      }
    }
  }

  private void deliverTogether(Map<UUID, ReceivedReminder> group, Map<QueuedMessage, String> dead) {
    Map<UUID, DeliveryOutcome> outcomes =
        storage.deliver(
            List.copyOf(group.keySet()),
            clocks.now(),
            ids -> deliverTimed(ids.stream().map(id -> group.get(id).reminder()).toList()));
    outcomes.forEach(
        (id, outcome) -> {
          if (outcome == DeliveryOutcome.FAILED) {
            dead.put(group.get(id).message(), FAILED_BEFORE);
          }
        });
    count(outcomes.values());
  }

  private void deliverTimed(List<ReminderMessage> reminders) {
    long begin = nanoTime.getAsLong();
    delivery.deliver(reminders);
    pace.delivered(reminders.size(), Duration.ofNanos(nanoTime.getAsLong() - begin));
  }

  private void recordFailure(
      ReceivedReminder received, DeliveryException failure, Map<QueuedMessage, String> dead) {
    UUID id = received.reminder().reminderId();
    String reason = failure.getMessage();
    LOG.log(Level.WARNING, "Failed to deliver reminder {0}: {1}", new Object[] {id, reason});
    if (storage.markAttemptFailed(id, reason, clocks.now(), RETRY_AFTER, maxAttempts)) {
      dead.put(received.message(), reason);
    }
  }

  private void count(Collection<DeliveryOutcome> outcomes) {
    outcomes.stream().collect(groupingBy(outcome -> outcome, counting())).forEach(this::count);
  }

  private void count(DeliveryOutcome outcome, long number) {
    switch (outcome) {
      case DELIVERED -> metrics.delivered(number);
      case DUPLICATE, FAILED -> metrics.dropped(DropReason.DUPLICATE, number);
      case GONE -> metrics.dropped(DropReason.GONE, number);
      case MISSED -> metrics.dropped(DropReason.MISSED, number);
    }
  }
}
