package calendar.scheduler;

import calendar.reminder.DueReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Timer;

/** What the scheduler tells of itself at {@code /metrics}. */
final class SchedulerMetrics {
  private final Counter published;
  private final Counter purged;
  private final Timer lateness;
  private final AtomicLong due = new AtomicLong();
  private volatile double clockDifference;

  /** Registers all, so that they are there before anything happens. */
  SchedulerMetrics(MetricRegistry registry) {
    published =
        registry.counter(
            described("calendar_reminders_published_total", "Reminders that the queue has taken"));
    purged =
        registry.counter(
            described(
                "calendar_events_purged_total", "Events deleted because their retention was over"));
    lateness =
        registry.timer(
            described(
                "calendar_reminder_lateness_seconds",
                "Time from when a reminder was due until the queue had taken it"));
    registry.gauge(
        described("calendar_reminders_due", "Reminders that wait to be published"),
        due,
        AtomicLong::get);
    registry.gauge(
        Metadata.builder()
            .withName("calendar_clock_difference_seconds")
            .withDescription(
                "How far this host's clock was ahead of the database's when last compared")
            .withUnit(MetricUnits.SECONDS)
            .build(),
        this,
        metrics -> metrics.clockDifference);
  }

  /**
   * The queue took a reminder; the lateness is from the time when it was due until now.
   *
   * @param repeated whether it had come that far before: it says nothing of lateness then
   */
  void published(DueReminder reminder, Instant now, boolean repeated) {
    published.inc();
    if (!repeated) {
      Duration late = Duration.between(reminder.remindTime(), now);
      lateness.update(late.isNegative() ? Duration.ZERO : late);
    }
  }

  /** How many reminders wait to be published. */
  void due(long count) {
    due.set(count);
  }

  /** How far the host's clock is ahead of the database's. */
  void clockDifference(Duration difference) {
    clockDifference = difference.toMillis() / 1_000.0;
  }

  void purged(int events) {
    purged.inc(events);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
