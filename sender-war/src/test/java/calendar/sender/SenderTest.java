package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.StorageUnavailableException;
import calendar.metrics.RecordedMetrics;
import calendar.reminder.Bookings;
import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import calendar.reminder.memory.MemoryBookings;
import calendar.reminder.memory.MemoryReminderStorage;
import calendar.reminder.messaging.DeliveryException;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import calendar.time.ClockDifferenceException;
import calendar.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the sender handles a batch of messages, with a storage in memory. */
class SenderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:45:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int MAX_ATTEMPTS = 2;
  private static final String DELIVERED = "calendar_reminders_delivered_total";
  private static final String DROPPED = "calendar_reminders_dropped_total ";

  private final MovableClock host = new MovableClock(NOW);
  private final MovableClock database = new MovableClock(NOW);
  private final MemoryReminderStorage storage = new MemoryReminderStorage(database);
  private final MemoryBookings bookings = new MemoryBookings(storage);
  private final RecordedMetrics recorded = new RecordedMetrics();
  private final List<ReminderMessage> delivered = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();
  private final Set<UUID> undeliverable = new HashSet<>();
  private long nanoTime;
  private Consumer<List<ReminderMessage>> duringDelivery = reminders -> {};

  private final Sender sender =
      new Sender(
          storage,
          this::deliver,
          MAX_ATTEMPTS,
          host,
          new SenderMetrics(recorded.registry()),
          () -> nanoTime);

  private void deliver(List<ReminderMessage> reminders) {
    groups.add(reminders.size());
    duringDelivery.accept(reminders);
    for (ReminderMessage reminder : reminders) {
      if (undeliverable.contains(reminder.reminderId())) {
        throw new DeliveryException("no such owner");
      }
    }
    delivered.addAll(reminders);
  }

  private DueReminder book() {
    return bookings.book(NOW.plus(QUARTER), QUARTER);
  }

  private DueReminder bookOver() {
    return bookings.book(NOW.minus(Bookings.LENGTH), QUARTER);
  }

  private static QueuedMessage message(DueReminder reminder) {
    return new QueuedMessage(ReminderMessage.of(reminder).toBytes());
  }

  private Map<QueuedMessage, String> handle(DueReminder... reminders) {
    return sender.handle(Arrays.stream(reminders).map(SenderTest::message).toList());
  }

  private static List<ReminderMessage> messages(DueReminder... reminders) {
    return Arrays.stream(reminders).map(ReminderMessage::of).toList();
  }

  private ReminderState state(DueReminder reminder) {
    return bookings.states().get(reminder.reminderId());
  }

  @Test
  void deliversInOrderOfArrival() {
    DueReminder first = book();
    DueReminder second = book();

    assertThat(handle(second, first)).isEmpty();

    assertThat(delivered).isEqualTo(messages(second, first));
    assertThat(recorded.counts()).isEqualTo(Map.of(DELIVERED, 2L));
  }

  @Test
  void deliversDuplicatesOnce() {
    DueReminder tea = book();

    assertThat(handle(tea, tea)).isEmpty();
    assertThat(handle(tea)).isEmpty();

    assertThat(delivered).isEqualTo(messages(tea));
    assertThat(recorded.counts()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "duplicate", 2L));
  }

  @Test
  void limitsTransactionsWhileDeliveryIsSlow() {
    DueReminder[] reminders = {book(), book(), book(), book(), book()};
    duringDelivery = delivered -> nanoTime += Duration.ofMillis(1_100).toNanos();
    handle(reminders[0], reminders[1]);
    duringDelivery = delivered -> {};

    handle(reminders[2], reminders[3], reminders[4]);

    assertThat(groups)
        .as("one at first, twice as many after each fast one")
        .containsExactly(2, 1, 2);
    assertThat(delivered).isEqualTo(messages(reminders));
  }

  @Test
  void dropsDeletedAndMissedReminders() {
    DueReminder deleted = book();
    bookings.delete(deleted);
    DueReminder over = bookOver();

    assertThat(handle(deleted, over)).isEmpty();

    assertThat(delivered).isEmpty();
    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
    assertThat(recorded.counts()).isEqualTo(Map.of(DROPPED + "gone", 1L, DROPPED + "missed", 1L));
  }

  @Test
  void deadLettersMalformedMessages() {
    QueuedMessage poison = new QueuedMessage("hello".getBytes(UTF_8));
    DueReminder tea = book();

    assertThat(sender.handle(List.of(poison, message(tea)))).isEqualTo(Map.of(poison, "not JSON"));

    assertThat(delivered).isEqualTo(messages(tea));
    assertThat(recorded.counts()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "malformed", 1L));
  }

  @Test
  void deliversOthersWhenOneFails() {
    DueReminder tea = book();
    DueReminder bad = book();
    DueReminder cake = book();
    undeliverable.add(bad.reminderId());

    assertThat(handle(tea, bad, cake)).isEmpty();

    assertThat(delivered).isEqualTo(messages(tea, cake));
    assertThat(state(bad)).as("due again").isEqualTo(ReminderState.SCHEDULED);
    assertThat(bookings.dueTime(bad.reminderId())).isEqualTo(NOW.plusSeconds(1));
    assertThat(recorded.counts()).isEqualTo(Map.of(DELIVERED, 2L));
  }

  @Test
  void deadLettersAfterLastAttempt() {
    DueReminder bad = book();
    undeliverable.add(bad.reminderId());
    handle(bad);
    QueuedMessage last = message(bad);

    assertThat(sender.handle(List.of(last))).isEqualTo(Map.of(last, "no such owner"));

    assertThat(state(bad)).isEqualTo(ReminderState.FAILED);
    assertThat(delivered).isEmpty();
  }

  @Test
  void deadLettersReminderThatFailedBefore() {
    DueReminder bad = book();
    storage.markAttemptFailed(bad.reminderId(), "no such owner", NOW, QUARTER, 1);
    DueReminder tea = book();
    QueuedMessage again = message(bad);

    assertThat(sender.handle(List.of(again, message(tea)))).containsOnlyKeys(again);

    assertThat(delivered).isEqualTo(messages(tea));
    assertThat(recorded.counts()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "duplicate", 1L));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_200, 1_200})
  void deliversNothingWhileHostClockIsWrong(int days) {
    deliversNothingWhileWrong(host, Duration.ofDays(days));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1_200, 1_200})
  void deliversNothingWhileDatabaseClockIsWrong(int days) {
    deliversNothingWhileWrong(database, Duration.ofDays(days));
  }

  private void deliversNothingWhileWrong(MovableClock clock, Duration fault) {
    DueReminder tea = book();
    DueReminder over = bookOver();
    clock.moveBy(fault);

    assertThatThrownBy(() -> handle(tea, over)).isInstanceOf(ClockDifferenceException.class);
    assertThatThrownBy(sender::compareClocks).isInstanceOf(ClockDifferenceException.class);
    assertThat(delivered).isEmpty();
    assertThat(state(tea)).isEqualTo(ReminderState.SCHEDULED);
    assertThat(state(over)).isEqualTo(ReminderState.SCHEDULED);

    clock.moveBy(fault.negated());
    assertThat(handle(tea, over)).isEmpty();
    assertThat(delivered).isEqualTo(messages(tea));
    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
  }

  @Test
  void missesByDatabaseClock() {
    DueReminder over = bookOver();
    DueReminder ending = bookings.book(NOW.minus(Bookings.LENGTH).plusSeconds(1), QUARTER);
    host.moveBy(Duration.ofSeconds(-50));

    handle(over, ending);

    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
    assertThat(delivered).isEqualTo(messages(ending));
    assertThat(recorded.gauge("calendar_clock_difference_seconds")).isEqualTo(-50);
  }

  @Test
  void storageOutageCountsAsNoAttempt() {
    DueReminder tea = book();
    StorageUnavailableException outage = new StorageUnavailableException("no storage");
    duringDelivery =
        reminders -> {
          throw outage;
        };

    for (int i = 0; i <= MAX_ATTEMPTS; i++) {
      assertThatThrownBy(() -> handle(tea)).isSameAs(outage);
    }
    duringDelivery = reminders -> {};

    assertThat(handle(tea)).isEmpty();
    assertThat(delivered).isEqualTo(messages(tea));
  }

  @Test
  void schedulersSkipRemindersInDelivery() {
    DueReminder tea = book();
    List<Claim> claims = new ArrayList<>();
    duringDelivery = reminders -> claims.add(storage.claim(NOW, 10, QUARTER));

    handle(tea);

    assertThat(claims).singleElement().returns(true, Claim::isEmpty);
    assertThat(state(tea)).isEqualTo(ReminderState.DELIVERED);
  }
}
