package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.figures.Figures;
import calendar.bench.limit.PerfTest;
import calendar.bench.limit.PgBench;
import calendar.bench.load.Owners;
import calendar.bench.reminders.DueReminders;
import calendar.bench.reminders.ReminderLines;
import calendar.bench.reminders.ReminderServices;
import calendar.local.broker.OwnBroker;
import calendar.local.stack.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Many reminders due at one moment: how quickly one scheduler and one sender get them out, beside
 * what the database and the broker can do at most; and how late reminders are that come one by one.
 */
record RemindersSection(Run run, LocalStack stack, DueReminders due, ReminderServices services) {
  private static final int BATCH = 500;
  private static final int IN_FLIGHT = 500;
  private static final int LATENESS_PER_SECOND = 100;
  private static final Duration PERF_TEST = Duration.ofSeconds(6);

  /** Starts the services. */
  static RemindersSection start(Run run) {
    run.say("reminders: starting a scheduler and a sender");
    LocalStack stack = run.system().own().orElseThrow();
    DueReminders due = new DueReminders(run.tables(), Owners.REMINDED.first());
    return new RemindersSection(run, stack, due, ReminderServices.start(stack, due));
  }

  void measure() throws Exception {
    services.noteMemory(run.figures(), "_after_start");
    run.warmUp("reminders", 0.5, time -> services.warmUp(run.pace().due() / 5, time));
    for (int round = 0; round < run.pace().rounds(); round++) {
      measureRound();
    }
    measureLateness();
    services.noteMemory(run.figures(), "");
  }

  private void measureRound() throws Exception {
    run.tables().tidy();
    Map<String, Double> drained = services.drain(run.pace().due());
    services.scheduler().pause();
    double claimAndMark = claimAndMark();
    services.scheduler().resume();
    OptionalDouble perfTest = perfTest();
    double published = drained.get("published_per_second");
    double limit = Math.min(claimAndMark, perfTest.orElse(claimAndMark));
    Figures figures = run.figures();
    figures.headline("reminders.publish_ratio_to_lower_limit", published / limit);
    drained.forEach((name, value) -> figures.round("reminders." + name, value));
    figures.round("reminders.claim_mark_per_second", claimAndMark);
    perfTest.ifPresent(rate -> figures.round("reminders.perf_test_per_second", rate));
    run.say("reminders: %,.0f published per second beside at most %,.0f", published, limit);
  }

  /** What pgbench claims and marks in a second. */
  private double claimAndMark() throws SQLException {
    int count = run.pace().due();
    long owner = due.book(count, Instant.now(), Duration.ZERO);
    run.tables().tidy();
    PgBench pgbench = new PgBench(run.system().database());
    Map<String, Long> variables = Map.of("batch", (long) BATCH);
    double perSecond =
        pgbench.run("claim_mark.sql", 1, "-t " + count / BATCH, variables).perSecond();
    long marked = due.count(owner, "PUBLISHED");
    if (marked != count) {
      throw BenchException.failed("reminders: pgbench marked %d of %d", marked, count);
    }
    return BATCH * perSecond;
  }

  /** What RabbitMQ confirms in a second, if it is installed. */
  private OptionalDouble perfTest() throws Exception {
    if (stack.ownBroker().map(OwnBroker::describe).orElse("").startsWith("RabbitMQ")) {
      PerfTest perfTest = new PerfTest(stack.broker().orElseThrow());
      int bytes = services.lines().bytes();
      return OptionalDouble.of(perfTest.confirmedPerSecond(bytes, IN_FLIGHT, PERF_TEST));
    }
    run.figures().remark("No RabbitMQ is installed: pgbench gives the only limit of reminders.");
    return OptionalDouble.empty();
  }

  private void measureLateness() throws SQLException {
    Duration time = run.pace().lateness();
    int count = (int) (LATENESS_PER_SECOND * time.toSeconds());
    run.say("reminders: %d a second", LATENESS_PER_SECOND);
    ReminderLines lines = services.lines();
    lines.reset(true);
    Duration between = Duration.ofSeconds(1).dividedBy(LATENESS_PER_SECOND);
    due.book(count, Instant.now().plusSeconds(3), between);
    services.awaitLines(count, time.plusSeconds(30));
    run.figures().put("reminders.lateness_p50_ms", lines.latenessMilliseconds(50));
    run.figures().put("reminders.lateness_p99_ms", lines.latenessMilliseconds(99));
    run.figures().put("reminders.lateness_max_ms", lines.latenessMilliseconds(100));
  }
}
