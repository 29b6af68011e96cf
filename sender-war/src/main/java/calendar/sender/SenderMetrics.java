package calendar.sender;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** The metrics that the sender shows at {@code /metrics}. Safe for use by any number of threads. */
final class SenderMetrics {
  private final Counter delivered;
  private final Map<DropReason, Counter> dropped = new EnumMap<>(DropReason.class);
  private volatile double clockDifference;

  /** Registers every metric, so that each one is shown from the start. */
  SenderMetrics(MetricRegistry registry) {
    delivered =
        registry.counter(described("calendar_reminders_delivered_total", "Delivered reminders"));
    Arrays.stream(DropReason.values()).forEach(reason -> dropped.put(reason, of(registry, reason)));
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

  void delivered(long count) {
    delivered.inc(count);
  }

  void dropped(DropReason reason, long count) {
    dropped.get(reason).inc(count);
  }

  /**
   * Records a comparison of the clocks.
   *
   * @param difference positive if the host's clock is ahead of the database's
   */
  void clockDifference(Duration difference) {
    clockDifference = difference.toMillis() / 1_000.0;
  }

  private static Counter of(MetricRegistry registry, DropReason reason) {
    return registry.counter(
        described(
            "calendar_reminders_dropped_total",
            "Messages that were taken from the queue and not delivered, by reason"),
        new Tag("reason", reason.tag()));
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
