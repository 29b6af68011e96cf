package calendar.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.reminder.DueReminder;
import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderQueue;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:45:00Z");
  private static final int BATCH = 10;

  private final DueRows storage = new DueRows();
  private final Inbox queue = new Inbox();
  private final Scheduler scheduler =
      new Scheduler(
          storage,
          queue,
          new SchedulerSettings(
              BATCH, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofDays(365)),
          Clock.fixed(NOW, ZoneOffset.UTC),
          new SchedulerMetrics(silent(MetricRegistry.class)));

  /** Takes all but what it is told to refuse, or is away. */
  private static final class Inbox implements ReminderQueue {
    final List<UUID> messages = new ArrayList<>();
    Set<UUID> refused = Set.of();
    boolean away;

    @Override
    public Set<UUID> publish(List<DueReminder> reminders) {
      ping();
      Set<UUID> taken = new HashSet<>();
      reminders.stream()
          .map(DueReminder::reminderId)
          .filter(id -> !refused.contains(id))
          .forEach(taken::add);
      messages.addAll(taken);
      return taken;
    }

    @Override
    public void ping() {
      if (away) {
        throw new QueueUnavailableException("away");
      }
    }
  }

  /** Metrics that nobody reads. */
  private static <T> T silent(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "counter" -> silent(Counter.class);
                  case "timer" -> silent(Timer.class);
                  default -> null;
                }));
  }

  private List<UUID> due(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new DueReminder(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "me",
                    "Tea",
                    NOW.plusSeconds(60),
                    Duration.ofMinutes(1),
                    NOW))
        .peek(storage.due::add)
        .map(DueReminder::reminderId)
        .toList();
  }

  @Test
  void aTickPublishesAllThatIsDueInBatches() {
    List<UUID> reminders = due(3 * BATCH + 1);

    scheduler.tick();

    assertThat(queue.messages).containsExactlyInAnyOrderElementsOf(reminders);
    assertThat(storage.published).containsExactlyInAnyOrderElementsOf(reminders);
    assertThat(storage.claimed).isEmpty();
  }

  @Test
  void whatTheQueueRefusesStaysDueAndEndsTheTick() {
    List<UUID> reminders = due(2 * BATCH);
    queue.refused = Set.of(reminders.get(0), reminders.get(1));

    scheduler.tick();

    assertThat(storage.published).hasSize(BATCH - 2).doesNotContainAnyElementsOf(queue.refused);
    assertThat(storage.claimed).isEmpty();
    assertThat(storage.due)
        .extracting(DueReminder::reminderId)
        .hasSize(BATCH + 2)
        .containsAll(queue.refused);
  }

  @Test
  void withoutAQueueNothingIsClaimed() {
    due(1);
    queue.away = true;

    scheduler.tick();

    assertThat(storage.due).hasSize(1);
    assertThat(storage.claimed).isEmpty();
  }

  @Test
  void aStoppedSchedulerPublishesNothing() {
    due(1);
    scheduler.stop();

    scheduler.tick();

    assertThat(queue.messages).isEmpty();
    assertThat(storage.due).hasSize(1);
  }

  @Test
  void oldEventsGoAChunkATickUntilNoneAreLeftForNow() {
    storage.overEvents = 750;

    scheduler.tick();
    assertThat(storage.overEvents).isEqualTo(250);
    scheduler.tick();
    scheduler.tick();

    assertThat(storage.overEvents).isZero();
    assertThat(storage.purges).containsOnly(NOW.minus(Duration.ofDays(365))).hasSize(2);
  }
}
