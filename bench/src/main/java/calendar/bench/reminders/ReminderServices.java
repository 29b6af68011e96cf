package calendar.bench.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.bench.BenchException;
import calendar.bench.figures.Figures;
import calendar.bench.system.ProcessFiles;
import calendar.local.process.Await;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** One scheduler and one sender of our own. For one thread. */
public record ReminderServices(
    ServiceProcess scheduler, ServiceProcess sender, ReminderLines lines, DueReminders due) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long PERIOD_NANOS = 100_000_000;
  private static final String PUBLISHED = "calendar_reminders_published_total";

  /** Starts both. */
  public static ReminderServices start(LocalStack stack, DueReminders due) {
    ReminderLines lines = new ReminderLines();
    return new ReminderServices(
        stack.startScheduler(), stack.startSender(lines::accept), lines, due);
  }

  /**
   * Makes many reminders due at one moment, and waits until the last one is delivered.
   *
   * @return by the names of figures: how many were published, marked and delivered per second, and
   *     the memory of both services before and at most, in MB of a million bytes
   */
  public Map<String, Double> drain(int count) throws IOException, SQLException {
    long before = published();
    lines.reset(false);
    // Frozen while the rows are written, so that all of them are due when it looks.
    scheduler.pause();
    long owner = due.book(count, Instant.now(), Duration.ZERO);
    Map<String, Double> memory = new LinkedHashMap<>();
    Map<String, ProcessFiles> processes = processes();
    processes.forEach(
        (name, process) -> {
          memory.put(name + "_rss_mb_before", process.residentMegabytes());
          process.forgetPeak();
        });
    scheduler.resume();
    Span toQueue = awaitPublished(before, count);
    // None is left to be marked published: each is so, or delivered.
    Await.until("all reminders are marked", PATIENCE, () -> due.count(owner, "CLAIMED") == 0);
    Span toMarks = new Span(toQueue.begin(), System.nanoTime());
    awaitLines(count, PATIENCE);
    Await.until(
        "all reminders are delivered", PATIENCE, () -> due.count(owner, "DELIVERED") == count);
    processes.forEach(
        (name, process) -> memory.put(name + "_rss_mb_peak", process.peakMegabytes()));
    Map<String, Double> drained = new LinkedHashMap<>();
    drained.put("published_per_second", toQueue.perSecond(count));
    drained.put("marked_per_second", toMarks.perSecond(count));
    drained.put("delivered_per_second", lines.perSecond());
    drained.putAll(memory);
    return drained;
  }

  /** Does the same again and again, for as long as is said. */
  public void warmUp(int count, Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    try {
      while (System.nanoTime() - end < 0) {
        drain(count);
      }
    } catch (IOException | SQLException failure) {
      throw new BenchException("reminders: " + failure.getMessage(), failure);
    }
  }

  /** Notes how much memory each takes now. */
  public void noteMemory(Figures figures, String when) {
    processes()
        .forEach(
            (name, process) -> figures.put("rss_mb." + name + when, process.residentMegabytes()));
  }

  /** Waits for so many lines since the last reset. */
  public void awaitLines(int count, Duration patience) {
    Await.until(
        "all %d reminders are printed".formatted(count), patience, () -> lines.seen() >= count);
  }

  private Map<String, ProcessFiles> processes() {
    return new TreeMap<>(
        Map.of(
            "scheduler", ProcessFiles.of(scheduler.process()),
            "sender", ProcessFiles.of(sender.process())));
  }

  /** A stretch of the system's nanoseconds. */
  private record Span(long begin, long end) {
    double perSecond(int count) {
      return count / ((end - begin) / 1e9);
    }
  }

  /**
   * From the last look that saw none of them to the first one that saw all. In between it does not
   * look, until most have come: each look is work for the scheduler that is measured.
   */
  private Span awaitPublished(long before, int count) throws IOException {
    long begin = System.nanoTime();
    long patienceEnds = begin + PATIENCE.toNanos();
    while (System.nanoTime() - patienceEnds < 0) {
      if (lines.seen() == 0 || lines.seen() >= count * 3L / 4) {
        long asked = System.nanoTime();
        long now = published() - before;
        if (now >= count) {
          return new Span(begin, System.nanoTime());
        }
        begin = now == 0 ? asked : begin;
      }
      LockSupport.parkNanos(PERIOD_NANOS);
    }
    throw BenchException.failed("reminders: not all were published within " + PATIENCE);
  }

  /** How many reminders the scheduler says it has published. */
  private long published() throws IOException {
    try (InputStream metrics = scheduler.http().resolve("/metrics").toURL().openStream()) {
      return publishedIn(new String(metrics.readAllBytes(), UTF_8));
    }
  }

  /** Reads it from the text of the metrics; 0 while there is none. */
  static long publishedIn(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(PUBLISHED))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
