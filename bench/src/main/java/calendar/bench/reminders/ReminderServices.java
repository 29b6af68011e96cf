package calendar.bench.reminders;

import calendar.bench.BenchException;
import calendar.bench.figures.Figures;
import calendar.bench.system.MemoryWatch;
import calendar.bench.system.ProcessFiles;
import calendar.local.process.Await;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One scheduler and one sender of our own. For one thread. */
public record ReminderServices(
    ServiceProcess scheduler, ServiceProcess sender, ReminderLines lines) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PERIOD = Duration.ofMillis(100);

  /**
   * What happened to reminders that were due at one moment; memory in MB of a million bytes.
   *
   * @param publishedPerSecond until the queue had confirmed the last one
   * @param markedPerSecond until the last one was marked published, or delivered
   */
  public record Drained(
      double publishedPerSecond,
      double markedPerSecond,
      double deliveredPerSecond,
      double schedulerBefore,
      double schedulerPeak,
      double senderBefore,
      double senderPeak) {}

  /** Starts both. */
  public static ReminderServices start(LocalStack stack, ReminderLines lines) {
    return new ReminderServices(stack.startScheduler(), stack.startSender(lines::accept), lines);
  }

  /** Freezes the scheduler, so that pgbench can claim the due reminders. */
  public void pause() {
    scheduler.pause();
  }

  public void resume() {
    scheduler.resume();
  }

  /** Has so many due at one moment, and waits until the last one is delivered. */
  public Drained drain(DueReminders due, int count) throws IOException, SQLException {
    PublishedCount published = new PublishedCount(scheduler.http());
    long before = published.now();
    lines.reset();
    // Frozen while the rows are written, so that all of them are due when it looks.
    scheduler.pause();
    long owner = due.book(count, Instant.now(), Duration.ZERO);
    double schedulerBefore = megabytes(scheduler);
    double senderBefore = megabytes(sender);
    try (MemoryWatch ofScheduler = MemoryWatch.start(Optional.of(scheduler.process()));
        MemoryWatch ofSender = MemoryWatch.start(Optional.of(sender.process()))) {
      scheduler.resume();
      Span toQueue = published(published, before, count);
      Span toMarks = new Span(toQueue.begin(), awaitMarked(due, owner));
      awaitLines(lines, count, PATIENCE);
      requireDelivered(due, owner, count);
      return new Drained(
          toQueue.perSecond(count),
          toMarks.perSecond(count),
          lines.perSecond(),
          schedulerBefore,
          ofScheduler.highestMegabytes().orElseThrow(),
          senderBefore,
          ofSender.highestMegabytes().orElseThrow());
    }
  }

  /** Does the same again and again, for as long as is said. */
  public void warmUp(DueReminders due, int count, Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    try {
      while (System.nanoTime() - end < 0) {
        drain(due, count);
      }
    } catch (IOException | SQLException failure) {
      throw new BenchException("reminders: " + failure.getMessage(), failure);
    }
  }

  /** Notes how much memory each takes now. */
  public void noteMemory(Figures figures, String when) {
    figures.put("rss_mb.scheduler" + when, megabytes(scheduler));
    figures.put("rss_mb.sender" + when, megabytes(sender));
  }

  /** Waits for so many lines since the last reset. */
  public static void awaitLines(ReminderLines lines, int count, Duration patience) {
    Await.until(
        "all %d reminders are printed".formatted(count), patience, () -> lines.seen() >= count);
  }

  /**
   * From the last look that saw none of them to the first one that saw all. In between it does not
   * look, until most have come: each look is work for the scheduler that is measured.
   */
  private Span published(PublishedCount published, long before, int count) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long begin = System.nanoTime();
    while (System.nanoTime() - end < 0) {
      if (lines.seen() > 0 && lines.seen() < count * 3L / 4) {
        rest();
        continue;
      }
      long asked = System.nanoTime();
      long now = published.now() - before;
      if (now == 0) {
        begin = asked;
      }
      if (now >= count) {
        return new Span(begin, System.nanoTime());
      }
      rest();
    }
    throw BenchException.failed("reminders: not all were published within " + PATIENCE);
  }

  /** A stretch of the system's nanoseconds. */
  private record Span(long begin, long end) {
    double perSecond(int count) {
      return count / ((end - begin) / 1e9);
    }
  }

  /** When none is left to be marked published: each is so, or delivered. */
  private static long awaitMarked(DueReminders due, long owner) {
    Await.until("all reminders are marked", PATIENCE, () -> due.count(owner, "CLAIMED") == 0);
    return System.nanoTime();
  }

  private static void requireDelivered(DueReminders due, long owner, int count) {
    Await.until(
        "all reminders are delivered", PATIENCE, () -> due.count(owner, "DELIVERED") == count);
  }

  private static double megabytes(ServiceProcess service) {
    return ProcessFiles.of(service.process()).residentMegabytes();
  }

  private static void rest() {
    try {
      Thread.sleep(PERIOD.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", interrupted);
    }
  }
}
