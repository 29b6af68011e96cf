package calendar.sender;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What the sender tells of itself at {@code /metrics}. */
final class SenderMetrics {
  private final Counter delivered;
  private final Map<DropReason, Counter> dropped = new EnumMap<>(DropReason.class);

  /** Registers all, so that they are there before anything happens. */
  SenderMetrics(MetricRegistry registry) {
    delivered = registry.counter("calendar_reminders_delivered_total");
    Arrays.stream(DropReason.values()).forEach(reason -> dropped.put(reason, of(registry, reason)));
  }

  void delivered(long count) {
    delivered.inc(count);
  }

  void dropped(DropReason reason, long count) {
    dropped.get(reason).inc(count);
  }

  private static Counter of(MetricRegistry registry, DropReason reason) {
    return registry.counter("calendar_reminders_dropped_total", new Tag("reason", reason.tag()));
  }
}
