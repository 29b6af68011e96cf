package calendar.bench.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The lines that a sender prints, as they come. Safe for use by several threads. */
public final class ReminderLines {
  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;

  private final AtomicLong seen = new AtomicLong();
  private final Histogram lateness = new ConcurrentHistogram(1, LONGEST_MICROS, 3);
  private volatile boolean watchesLateness;
  private volatile long firstNanos;
  private volatile long lastNanos;
  private volatile int bytes;

  /**
   * Forgets what was seen.
   *
   * @param watchesLateness whether to note from now on how much later than its time each one comes
   */
  public void reset(boolean watchesLateness) {
    this.watchesLateness = watchesLateness;
    seen.set(0);
  }

  /** Takes a line. */
  public void accept(String line) {
    lastNanos = System.nanoTime();
    if (watchesLateness) {
      Duration late = Duration.between(remindTime(line), Instant.now());
      lateness.recordValue(Math.min(LONGEST_MICROS, Math.max(0, late.toNanos() / 1_000)));
    }
    if (seen.getAndIncrement() == 0) {
      firstNanos = lastNanos;
      bytes = line.getBytes(UTF_8).length;
    }
  }

  public long seen() {
    return seen.get();
  }

  /** From the first to the last of them. */
  public double perSecond() {
    return (seen() - 1) / ((lastNanos - firstNanos) / 1e9);
  }

  /** The length of one, which is that of the message as well. */
  public int bytes() {
    return bytes;
  }

  /** Percentile of the lateness that was noted, in milliseconds. */
  public double latenessMilliseconds(double percentile) {
    return lateness.getValueAtPercentile(percentile) / 1e3;
  }

  static Instant remindTime(String line) {
    JsonObject reminder = JsonParser.parseString(line).getAsJsonObject();
    return Instant.parse(reminder.get("start_time").getAsString())
        .minus(Duration.parse(reminder.get("remind_before").getAsString()));
  }
}
