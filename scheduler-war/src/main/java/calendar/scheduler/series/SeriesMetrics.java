package calendar.scheduler.series;

import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The metrics of series that the scheduler shows at {@code /metrics}. */
final class SeriesMetrics {
  private final Counter booked;
  private final Counter skipped;

  /** Registers every metric, so that each one is shown from the start. */
  SeriesMetrics(MetricRegistry registry) {
    booked =
        registry.counter(
            described(
                "calendar_occurrences_booked_total",
                "Occurrences of series that the scheduler booked up to the horizon"));
    skipped =
        registry.counter(
            described(
                "calendar_occurrences_skipped_total",
                "Occurrences of series that the scheduler did not book because the time was taken"));
  }

  void booked(int occurrences) {
    booked.inc(occurrences);
  }

  void skipped(int occurrences) {
    skipped.inc(occurrences);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
