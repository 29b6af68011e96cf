package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.reminder.DeliveryException;
import calendar.reminder.QueuedMessage;
import calendar.reminder.ReminderMessage;
import calendar.reminder.Settlement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SenderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:45:00Z");
  private static final String DELIVERED = "calendar_reminders_delivered_total";
  private static final String DROPPED = "calendar_reminders_dropped_total ";

  private final SettledRows storage = new SettledRows();
  private final Counts counts = new Counts();
  private final List<ReminderMessage> delivered = new ArrayList<>();
  private Optional<UUID> undeliverable = Optional.empty();

  private final Sender sender =
      new Sender(
          storage,
          this::deliver,
          2,
          Clock.fixed(NOW, ZoneOffset.UTC),
          new SenderMetrics(counts.registry()));

  private void deliver(List<ReminderMessage> reminders) {
    if (reminders.stream().anyMatch(r -> undeliverable.equals(Optional.of(r.reminderId())))) {
      throw new DeliveryException("no such owner");
    }
    delivered.addAll(reminders);
  }

  private ReminderMessage reminder(Settlement settlement) {
    ReminderMessage reminder =
        new ReminderMessage(
            UUID.randomUUID(), UUID.randomUUID(), "me", "Tea", NOW, Duration.ofMinutes(15));
    storage.rows.put(reminder.reminderId(), settlement);
    return reminder;
  }

  private static QueuedMessage message(ReminderMessage reminder) {
    return new QueuedMessage(reminder.toBytes());
  }

  @Test
  void deliversInTheOrderInWhichTheyCame() {
    List<ReminderMessage> reminders =
        List.of(reminder(Settlement.DELIVER), reminder(Settlement.DELIVER));

    assertThat(sender.handle(reminders.stream().map(SenderTest::message).toList())).isEmpty();

    assertThat(delivered).isEqualTo(reminders);
    assertThat(counts.all()).isEqualTo(Map.of(DELIVERED, 2L));
  }

  @Test
  void whatComesTwiceIsDeliveredOnceInOneBatchAndInTwo() {
    ReminderMessage tea = reminder(Settlement.DELIVER);

    sender.handle(List.of(message(tea), message(tea)));
    sender.handle(List.of(message(tea)));

    assertThat(delivered).containsExactly(tea);
    assertThat(counts.all()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "duplicate", 2L));
  }

  @Test
  void whatIsGoneOrMissedIsDroppedAndCounted() {
    QueuedMessage gone = message(reminder(Settlement.GONE));
    QueuedMessage missed = message(reminder(Settlement.MISSED));

    assertThat(sender.handle(List.of(gone, missed))).isEmpty();

    assertThat(delivered).isEmpty();
    assertThat(counts.all()).isEqualTo(Map.of(DROPPED + "gone", 1L, DROPPED + "missed", 1L));
  }

  @Test
  void poisonIsDeadAtOnceAndHindersNobody() {
    QueuedMessage poison = new QueuedMessage("hello".getBytes(UTF_8));
    ReminderMessage tea = reminder(Settlement.DELIVER);

    assertThat(sender.handle(List.of(poison, message(tea)))).isEqualTo(Map.of(poison, "not JSON"));

    assertThat(delivered).containsExactly(tea);
    assertThat(counts.all()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "malformed", 1L));
  }

  @Test
  void oneThatCannotBeDeliveredHindersNobodyAndIsDeadAfterTheLastAttempt() {
    ReminderMessage tea = reminder(Settlement.DELIVER);
    ReminderMessage bad = reminder(Settlement.DELIVER);
    ReminderMessage cake = reminder(Settlement.DELIVER);
    undeliverable = Optional.of(bad.reminderId());

    Map<QueuedMessage, String> first =
        sender.handle(List.of(message(tea), message(bad), message(cake)));
    QueuedMessage again = message(bad);
    Map<QueuedMessage, String> last = sender.handle(List.of(again));

    assertThat(delivered).containsExactly(tea, cake);
    assertThat(first).isEmpty();
    assertThat(last).isEqualTo(Map.of(again, "no such owner"));
    assertThat(counts.all()).isEqualTo(Map.of(DELIVERED, 2L));
  }
}
