package calendar.bench.reminders;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The lines that a sender prints, as they come. Safe for use by several threads. */
public final class ReminderLines {
  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;

  private final AtomicLong seen = new AtomicLong();
  private volatile long firstNanos;
  private volatile long lastNanos;
  private volatile int bytes;
  private volatile Histogram lateness;

  /** Forgets what was seen. */
  public void reset() {
    lateness = null;
    seen.set(0);
  }

  /** From now on, notes how much later than its time each one comes. */
  public void watchLateness() {
    reset();
    lateness = new ConcurrentHistogram(1, LONGEST_MICROS, 3);
  }

  /** Takes a line. */
  public void accept(String line) {
    lastNanos = System.nanoTime();
    Histogram noted = lateness;
    if (noted != null) {
      Duration late = Duration.between(remindTime(line), Instant.now());
      noted.recordValue(Math.min(LONGEST_MICROS, Math.max(0, late.toNanos() / 1_000)));
    }
    if (seen.getAndIncrement() == 0) {
      firstNanos = lastNanos;
      bytes = line.getBytes(StandardCharsets.UTF_8).length;
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

  /** Percentile of what {@link #watchLateness} has noted, in milliseconds. */
  public double latenessMilliseconds(double percentile) {
    return lateness.getValueAtPercentile(percentile) / 1e3;
  }

  static Instant remindTime(String line) {
    JsonObject reminder = JsonParser.parseString(line).getAsJsonObject();
    return Instant.parse(reminder.get("start_time").getAsString())
        .minus(Duration.parse(reminder.get("remind_before").getAsString()));
  }
}
