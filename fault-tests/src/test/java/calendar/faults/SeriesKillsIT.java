package calendar.faults;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.faults.SeriesCounts.Kind;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import io.grpc.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * However often the API is killed while it writes series: each call takes effect as a whole or not
 * at all, and its repeat takes effect once.
 */
class SeriesKillsIT {
  /**
   * Each kill takes as long as a start of the API. With 50, the test takes a quarter of an hour.
   */
  private static final int KILLS_WITHIN = Integer.getInteger("calendar.series.kills", 10);

  private static final int MOST_KILLS = 2 * KILLS_WITHIN;
  private static final int OWNERS = 6;
  private static final int REPEATS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(2);
  private static final Duration FIRST_AIM = Duration.ofMillis(400);

  private final SeriesCounts counts = new SeriesCounts();
  private final Map<SeriesStep, Aim> aims = new EnumMap<>(SeriesStep.class);
  private LocalStack stack;
  private SeriesTable table;

  @BeforeEach
  void start() throws SQLException {
    stack =
        LocalStack.start(StackOptions.temporary().withReminders(Reminders.NONE).withQuickStarts());
    table = new SeriesTable(stack.database().orElseThrow());
    for (SeriesStep step : SeriesStep.values()) {
      aims.put(step, new Aim(FIRST_AIM));
    }
  }

  @AfterEach
  void stop() throws SQLException {
    table.close();
    stack.close();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void noKillLeavesHalfASeries() throws Exception {
    Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
    for (int round = 0;
        counts.of(Kind.KILL_WITHIN) < KILLS_WITHIN && counts.of(Kind.KILL) < MOST_KILLS;
        round++) {
      String prefix = "owner-%d-".formatted(round);
      List<OwnerSeries> owners =
          IntStream.range(0, OWNERS).mapToObj(n -> new OwnerSeries(prefix + n, first)).toList();
      for (SeriesStep step : SeriesStep.values()) {
        owners = killWithin(step, prefix, owners);
      }
    }

    System.out.println(counts);
    assertThat(counts.faults()).isEmpty();
    assertThat(counts.of(Kind.KILL_WITHIN))
        .as("kills within a transaction")
        .isGreaterThanOrEqualTo(KILLS_WITHIN);
    assertThat(counts.of(Kind.IN_EFFECT)).isLessThan(counts.of(Kind.IN_DOUBT));
  }

  /**
   * Kills the API while it takes a step for each owner, starts it again, and repeats the step.
   *
   * @return the owners whose series are as they should be
   */
  private List<OwnerSeries> killWithin(SeriesStep step, String prefix, List<OwnerSeries> owners)
      throws Exception {
    try (StepCalls calls = new StepCalls(stack.grpcAddress(), step, owners, 1)) {
      kill(step, calls);
      List<OwnerSeries> whole = check(step, prefix, owners, calls);
      return repeat(step, prefix, whole);
    }
  }

  /** Kills the API at a random time after the first transaction has begun to write. */
  private void kill(SeriesStep step, StepCalls calls) throws Exception {
    await("a transaction writes", () -> table.writers() > 0 || calls.answered() == calls.size());
    Thread.sleep(aims.get(step).next().toMillis());
    // Frozen, so that the transactions that are counted are those that it had when it was killed.
    stack.api().pause();
    int cut = table.writers();
    int answered = calls.answered();
    stack.api().kill();
    counts.add(Kind.KILL, 1);
    counts.add(Kind.CUT, cut);
    if (cut > 0) {
      counts.add(Kind.KILL_WITHIN, 1);
    }
    if (answered == 0) {
      aims.get(step).early();
    } else if (answered == calls.size()) {
      aims.get(step).late();
    }
    stack.api().start();
    await("PostgreSQL has ended what was cut", () -> table.writers() == 0);
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .until(condition);
  }

  private List<OwnerSeries> check(
      SeriesStep step, String prefix, List<OwnerSeries> owners, StepCalls calls)
      throws SQLException {
    Map<String, List<StoredPart>> stored = table.parts(prefix);
    List<OwnerSeries> whole = new ArrayList<>();
    for (OwnerSeries owner : owners) {
      List<StoredPart> parts = stored.getOrDefault(owner.ownerId(), List.of());
      boolean isAcknowledged = isAcknowledged(step, calls.answer(owner));
      boolean isInEffect = parts.equals(step.after(owner.first()));
      counts.add(isAcknowledged ? Kind.ACKNOWLEDGED : Kind.IN_DOUBT, 1);
      if (!isInEffect && !parts.equals(step.before(owner.first()))) {
        counts.addFault(Kind.HALF, "%s left %s".formatted(step, parts));
        continue;
      }
      whole.add(owner);
      if (isAcknowledged && !isInEffect) {
        counts.addFault(Kind.LOST, "%s was answered with OK".formatted(step));
      } else if (!isAcknowledged && isInEffect) {
        counts.add(Kind.IN_EFFECT, 1);
      }
    }
    return whole;
  }

  private static boolean isAcknowledged(SeriesStep step, Status answer) {
    assertThat(answer.getCode())
        .as("the answer to %s: %s", step, answer)
        .isIn(Status.Code.OK, Status.Code.UNAVAILABLE);
    return answer.isOk();
  }

  private List<OwnerSeries> repeat(SeriesStep step, String prefix, List<OwnerSeries> owners)
      throws SQLException {
    try (StepCalls repeats = new StepCalls(stack.grpcAddress(), step, owners, REPEATS)) {
      List<OwnerSeries> answered =
          owners.stream().filter(owner -> succeeds(step, repeats.answer(owner))).toList();
      Map<String, List<StoredPart>> stored = table.parts(prefix);
      return answered.stream()
          .filter(owner -> isOnce(step, owner, stored.getOrDefault(owner.ownerId(), List.of())))
          .toList();
    }
  }

  private boolean succeeds(SeriesStep step, Status answer) {
    if (!answer.isOk()) {
      counts.addFault(Kind.BAD_REPEAT, "the repeat of %s: %s".formatted(step, answer));
    }
    return answer.isOk();
  }

  private boolean isOnce(SeriesStep step, OwnerSeries owner, List<StoredPart> parts) {
    List<StoredPart> expected = step.after(owner.first());
    if (!parts.equals(expected)) {
      counts.addFault(
          parts.size() > expected.size() ? Kind.DOUBLE : Kind.BAD_REPEAT,
          "the repeat of %s left %s".formatted(step, parts));
    }
    return parts.equals(expected);
  }
}
