package calendar.api.call.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Measures the duration of each call that is not a stream, in a timer with the tags {@code method}
 * and {@code code}. Its buckets are set in {@code microprofile-config.properties}. Safe for use by
 * several threads.
 */
public final class CallMetrics implements CallObserver {
  private final MetricRegistry registry;
  private final Metadata metadata;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  /**
   * @param metadata the timer's name and description
   */
  public CallMetrics(MetricRegistry registry, Metadata metadata) {
    this.registry = registry;
    this.metadata = metadata;
  }

  private record Key(String method, String code) {}

  @Override
  public void ended(EndedCall call) {
    if (call.kind() != EndedCall.Kind.STREAM) {
      timers
          .computeIfAbsent(new Key(call.method(), call.code()), this::timer)
          .update(call.duration());
    }
  }

  private Timer timer(Key key) {
    return registry.timer(metadata, new Tag("method", key.method()), new Tag("code", key.code()));
  }
}
