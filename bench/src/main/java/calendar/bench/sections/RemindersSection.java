package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Figures;
import calendar.bench.figures.Spread;
import calendar.bench.limit.PerfTest;
import calendar.bench.limit.PgBench;
import calendar.bench.reminders.DueReminders;
import calendar.bench.reminders.ReminderLines;
import calendar.bench.reminders.ReminderServices;
import calendar.bench.reminders.ReminderServices.Drained;
import calendar.bench.system.Tables;
import calendar.local.broker.OwnBroker;
import calendar.local.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many reminders due at one moment: how quickly one scheduler and one sender get them out, beside
 * what the database and the broker can do at most; and how late reminders are that come one by one.
 */
public final class RemindersSection implements Section {
  private static final int BATCH = 500;
  private static final int IN_FLIGHT = 500;
  private static final int LATENESS_PER_SECOND = 100;
  private static final Duration PERF_TEST = Duration.ofSeconds(6);

  private final List<Drained> drained = new ArrayList<>();
  private final List<Double> claimAndMark = new ArrayList<>();
  private final List<Double> perfTest = new ArrayList<>();

  @Override
  public String name() {
    return "reminders";
  }

  @Override
  public boolean needsOwnSystem() {
    return true;
  }

  @Override
  public boolean needsBroker() {
    return true;
  }

  @Override
  public void measure(Run run) throws Exception {
    LocalStack stack = run.system().own().orElseThrow();
    DueReminders due = new DueReminders(run.system().database(), run.owners().reminded());
    ReminderLines lines = new ReminderLines();
    run.say("reminders: starting a scheduler and a sender");
    ReminderServices services = ReminderServices.start(stack, lines);
    services.noteMemory(run.figures(), "_after_start");
    run.warmUp(name(), 0.5, duration -> services.warmUp(due, run.pace().due() / 5, duration));
    for (int round = 0; round < run.pace().rounds(); round++) {
      measureRound(run, services, due, lines);
    }
    note(run.figures());
    lateness(run, due, lines);
    services.noteMemory(run.figures(), "");
  }

  private void measureRound(
      Run run, ReminderServices services, DueReminders due, ReminderLines lines) throws Exception {
    Tables tables = new Tables(run.system().database());
    tables.tidy();
    drained.add(services.drain(due, run.pace().due()));
    Drained last = drained.get(drained.size() - 1);
    services.pause();
    claimAndMark.add(claimAndMark(run, due));
    services.resume();
    LocalStack stack = run.system().own().orElseThrow();
    if (stack.ownBroker().map(OwnBroker::describe).orElse("").startsWith("RabbitMQ")) {
      perfTest.add(
          new PerfTest(stack.broker().orElseThrow())
              .confirmedPerSecond(lines.bytes(), IN_FLIGHT, PERF_TEST));
    } else {
      run.figures().remark("No RabbitMQ is installed: pgbench gives the only limit of reminders.");
    }
    run.say(
        String.format(
            Locale.ROOT,
            "reminders: %,.0f published, %,.0f delivered per second; claim and mark %,.0f,"
                + " perf-test %s",
            last.publishedPerSecond(),
            last.deliveredPerSecond(),
            claimAndMark.get(claimAndMark.size() - 1),
            perfTest.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%,.0f", perfTest.get(perfTest.size() - 1))));
  }

  /** What pgbench claims and marks in a second. */
  private static double claimAndMark(Run run, DueReminders due) throws Exception {
    int count = run.pace().due();
    long owner = due.book(count, Instant.now(), Duration.ZERO);
    new Tables(run.system().database()).tidy();
    PgBench.Result result =
        run.pgbench().run("claim_mark.sql", count / BATCH, Map.of("batch", (long) BATCH));
    long marked = due.count(owner, "PUBLISHED");
    if (marked != count) {
      throw BenchException.failed("reminders: pgbench marked %d of %d", marked, count);
    }
    return BATCH * result.perSecond();
  }

  private void note(Figures figures) {
    List<Double> published = drained.stream().map(Drained::publishedPerSecond).toList();
    List<Double> lowerLimits = new ArrayList<>(claimAndMark);
    for (int round = 0; round < perfTest.size(); round++) {
      lowerLimits.set(round, Math.min(claimAndMark.get(round), perfTest.get(round)));
    }
    figures.headline(
        "reminders.publish_ratio_to_lower_limit", new Comparison(published, lowerLimits).ratio());
    figures.raw("reminders.published_per_second", Spread.of(published));
    figures.raw(
        "reminders.marked_per_second",
        Spread.of(drained.stream().map(Drained::markedPerSecond).toList()));
    figures.raw(
        "reminders.delivered_per_second",
        Spread.of(drained.stream().map(Drained::deliveredPerSecond).toList()));
    figures.raw("reminders.claim_mark_per_second", Spread.of(claimAndMark));
    if (!perfTest.isEmpty()) {
      figures.raw("reminders.perf_test_per_second", Spread.of(perfTest));
    }
    figures.raw(
        "reminders.scheduler_rss_mb_before",
        Spread.of(drained.stream().map(Drained::schedulerBefore).toList()));
    figures.raw(
        "reminders.scheduler_rss_mb_peak",
        Spread.of(drained.stream().map(Drained::schedulerPeak).toList()));
    figures.raw(
        "reminders.sender_rss_mb_before",
        Spread.of(drained.stream().map(Drained::senderBefore).toList()));
    figures.raw(
        "reminders.sender_rss_mb_peak",
        Spread.of(drained.stream().map(Drained::senderPeak).toList()));
  }

  private static void lateness(Run run, DueReminders due, ReminderLines lines) throws Exception {
    int count = (int) (LATENESS_PER_SECOND * run.pace().lateness().toSeconds());
    run.say("reminders: %d a second".formatted(LATENESS_PER_SECOND));
    lines.watchLateness();
    Duration between = Duration.ofSeconds(1).dividedBy(LATENESS_PER_SECOND);
    due.book(count, Instant.now().plusSeconds(3), between);
    ReminderServices.awaitLines(lines, count, run.pace().lateness().plusSeconds(30));
    run.figures().put("reminders.lateness_p50_ms", lines.latenessMilliseconds(50));
    run.figures().put("reminders.lateness_p99_ms", lines.latenessMilliseconds(99));
    run.figures().put("reminders.lateness_max_ms", lines.latenessMilliseconds(100));
  }
}
