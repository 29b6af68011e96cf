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

/** The metrics that the scheduler shows at {@code /metrics}. */
final class SchedulerMetrics {
  private final Counter published;
  private final Counter purged;
  private final Timer lateness;
  private final AtomicLong due = new AtomicLong();
  private volatile double clockDifference;

  /** Registers every metric, so that each one is shown from the start. */
  SchedulerMetrics(MetricRegistry registry) {
    published =
        registry.counter(
            described(
                "calendar_reminders_published_total", "Reminders that the queue has confirmed"));
    purged =
        registry.counter(
            described(
                "calendar_events_purged_total",
                "Events that were deleted because they ended before retention"));
    lateness =
        registry.timer(
            described(
                "calendar_reminder_lateness_seconds",
                "Time from when a reminder was due until the queue confirmed it"));
    registry.gauge(
        described("calendar_reminders_due", "Reminders that wait to be published"),
        due,
        AtomicLong::get);
    registry.gauge(
        Metadata.builder()
            .withName("calendar_clock_difference_seconds")
            .withDescription(
                "How far this host's clock was ahead of the database's at the last comparison")
            .withUnit(MetricUnits.SECONDS)
            .build(),
        this,
        metrics -> metrics.clockDifference);
  }

  /**
   * Counts a reminder that the queue has confirmed, and records its lateness unless it is a repeat.
   *
   * @param now the end of the lateness, which starts when the reminder was due
   * @param repeated true if it was published, or an attempt to deliver it failed, before
   */
  void published(DueReminder reminder, Instant now, boolean repeated) {
    published.inc();
    if (!repeated) {
      Duration late = Duration.between(reminder.remindTime(), now);
      lateness.update(late.isNegative() ? Duration.ZERO : late);
    }
  }

  /** Records how many reminders wait to be published. */
  void due(long count) {
    due.set(count);
  }

  /**
   * Records a comparison of the clocks.
   *
   * @param difference positive if the host's clock is ahead of the database's
   */
  void clockDifference(Duration difference) {
    clockDifference = difference.toMillis() / 1_000.0;
  }

  /** Counts purged events. */
  void purged(int events) {
    purged.inc(events);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
