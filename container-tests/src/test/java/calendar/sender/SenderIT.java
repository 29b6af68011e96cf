package calendar.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.container.DatabaseClock;
import calendar.container.Deployments;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.DeliveryException;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import calendar.reminder.postgres.PostgresBookings;
import calendar.time.ClockDifferenceException;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the sender handles a batch of messages, with the database. */
@ExtendWith(ArquillianExtension.class)
class SenderIT {
  private static final Instant NOW = Instant.parse("2040-11-02T09:45:00Z");
  private static final Duration TWELVE_HUNDRED_DAYS = Duration.ofDays(1_200);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final String DELIVERED = "calendar_reminders_delivered_total";
  private static final String DROPPED = "calendar_reminders_dropped_total ";

  @Inject private ReminderStorage storage;
  @Inject private MetricRegistry metrics;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  private final List<ReminderMessage> delivered = new ArrayList<>();
  private Optional<UUID> undeliverable = Optional.empty();
  private PostgresBookings booked;
  private Sender sender;
  private Map<String, Long> countsBefore;

  @Deployment
  static WebArchive deployment() {
    return Deployments.sender();
  }

  @BeforeEach
  void start() {
    booked = new PostgresBookings(database);
    booked.removeAll();
    sender = sender(NOW, NOW);
    countsBefore = counts();
  }

  private Sender sender(Instant host, Instant databaseNow) {
    return new Sender(
        DatabaseClock.set(storage, Clock.fixed(databaseNow, ZoneOffset.UTC)),
        this::deliver,
        2,
        Clock.fixed(host, ZoneOffset.UTC),
        new SenderMetrics(metrics));
  }

  private void deliver(List<ReminderMessage> reminders) {
    if (reminders.stream().anyMatch(r -> undeliverable.equals(Optional.of(r.reminderId())))) {
      throw new DeliveryException("no such owner");
    }
    delivered.addAll(reminders);
  }

  private DueReminder due() {
    return booked.book(NOW.plus(QUARTER), QUARTER);
  }

  private ReminderMessage reminder() {
    return ReminderMessage.of(due());
  }

  private static QueuedMessage message(ReminderMessage reminder) {
    return new QueuedMessage(reminder.toBytes());
  }

  private ReminderState state(ReminderMessage reminder) {
    return booked.states().get(reminder.reminderId());
  }

  /** The counters by name and tag. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    metrics
        .getCounters()
        .forEach(
            (id, counter) ->
                counts.put(
                    String.join(" ", id.getName(), String.join(" ", id.getTags().values())).trim(),
                    counter.getCount()));
    return counts;
  }

  /** The changes of the counters since the test began. */
  private Map<String, Long> counted() {
    Map<String, Long> counted = new TreeMap<>(counts());
    counted.replaceAll((name, count) -> count - countsBefore.getOrDefault(name, 0L));
    counted.values().removeIf(count -> count == 0);
    return counted;
  }

  @Test
  void deliversInOrderOfArrival() {
    List<ReminderMessage> reminders = List.of(reminder(), reminder());

    assertThat(sender.handle(reminders.stream().map(SenderIT::message).toList())).isEmpty();

    assertThat(delivered).isEqualTo(reminders);
    assertThat(counted()).isEqualTo(Map.of(DELIVERED, 2L));
  }

  @Test
  void deliversDuplicatesOnce() {
    ReminderMessage tea = reminder();

    sender.handle(List.of(message(tea), message(tea)));
    sender.handle(List.of(message(tea)));

    assertThat(delivered).containsExactly(tea);
    assertThat(counted()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "duplicate", 2L));
  }

  @Test
  void dropsDeletedAndMissedReminders() {
    DueReminder deleted = due();
    booked.delete(deleted);
    ReminderMessage over = ReminderMessage.of(booked.book(NOW.minus(Duration.ofHours(1)), QUARTER));
    QueuedMessage gone = message(ReminderMessage.of(deleted));
    QueuedMessage missed = message(over);

    assertThat(sender.handle(List.of(gone, missed))).isEmpty();

    assertThat(delivered).isEmpty();
    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
    assertThat(counted()).isEqualTo(Map.of(DROPPED + "gone", 1L, DROPPED + "missed", 1L));
  }

  @Test
  void deliversNothingWhileHostClockIsWrong() {
    deliversNothing(sender(NOW.plus(TWELVE_HUNDRED_DAYS), NOW));
    deliversNothing(sender(NOW.minus(TWELVE_HUNDRED_DAYS), NOW));
  }

  @Test
  void deliversNothingWhileDatabaseClockIsWrong() {
    deliversNothing(sender(NOW, NOW.plus(TWELVE_HUNDRED_DAYS)));
    deliversNothing(sender(NOW, NOW.minus(TWELVE_HUNDRED_DAYS)));
  }

  /** Neither delivers nor marks MISSED; the messages are delivered once the clocks agree. */
  private void deliversNothing(Sender wrong) {
    delivered.clear();
    ReminderMessage tea = reminder();
    ReminderMessage over = ReminderMessage.of(booked.book(NOW.minus(Duration.ofHours(1)), QUARTER));
    List<QueuedMessage> messages = List.of(message(tea), message(over));

    assertThatThrownBy(() -> wrong.handle(messages)).isInstanceOf(ClockDifferenceException.class);

    assertThat(delivered).isEmpty();
    assertThat(state(tea)).isEqualTo(ReminderState.SCHEDULED);
    assertThat(state(over)).isEqualTo(ReminderState.SCHEDULED);
    assertThat(sender.handle(messages)).isEmpty();
    assertThat(delivered).containsExactly(tea);
    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
  }

  @Test
  void missesByDatabaseClock() {
    Duration length = Duration.ofHours(1);
    ReminderMessage over = ReminderMessage.of(booked.book(NOW.minus(length), QUARTER));
    ReminderMessage ending =
        ReminderMessage.of(booked.book(NOW.minus(length).plusSeconds(1), QUARTER));
    List<QueuedMessage> messages = List.of(message(over), message(ending));

    sender(NOW.minusSeconds(50), NOW).handle(messages);

    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
    assertThat(delivered).containsExactly(ending);
  }

  @Test
  void recordsFailedAttemptByDatabaseClock() {
    ReminderMessage bad = reminder();
    undeliverable = Optional.of(bad.reminderId());

    sender(NOW.minusSeconds(50), NOW).handle(List.of(message(bad)));

    assertThat(storage.countDue(NOW)).as("due again a second after the attempt").isZero();
    assertThat(storage.countDue(NOW.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void deadLettersMalformedMessages() {
    QueuedMessage poison = new QueuedMessage("hello".getBytes(UTF_8));
    ReminderMessage tea = reminder();

    assertThat(sender.handle(List.of(poison, message(tea)))).isEqualTo(Map.of(poison, "not JSON"));

    assertThat(delivered).containsExactly(tea);
    assertThat(counted()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "malformed", 1L));
  }

  @Test
  void deadLettersAfterLastAttempt() {
    ReminderMessage tea = reminder();
    ReminderMessage bad = reminder();
    ReminderMessage cake = reminder();
    undeliverable = Optional.of(bad.reminderId());

    Map<QueuedMessage, String> first =
        sender.handle(List.of(message(tea), message(bad), message(cake)));
    assertThat(state(bad)).isEqualTo(ReminderState.SCHEDULED);
    QueuedMessage again = message(bad);
    Map<QueuedMessage, String> last = sender.handle(List.of(again));

    assertThat(delivered).containsExactly(tea, cake);
    assertThat(first).isEmpty();
    assertThat(state(bad)).isEqualTo(ReminderState.FAILED);
    assertThat(state(cake)).isEqualTo(ReminderState.DELIVERED);
    assertThat(last).isEqualTo(Map.of(again, "no such owner"));
    assertThat(counted()).isEqualTo(Map.of(DELIVERED, 2L));
  }

  @Test
  void deadLettersReminderThatFailedBefore() {
    ReminderMessage bad = reminder();
    ReminderMessage tea = reminder();
    storage.markAttemptFailed(bad.reminderId(), "no such owner", NOW, QUARTER, 1);
    QueuedMessage again = message(bad);

    assertThat(sender.handle(List.of(again, message(tea)))).containsOnlyKeys(again);

    assertThat(delivered).containsExactly(tea);
    assertThat(counted()).isEqualTo(Map.of(DELIVERED, 1L, DROPPED + "duplicate", 1L));
  }
}
