package calendar.api.call.report;

import calendar.api.grpc.CallEndInterceptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Measures each call: the timer {@code calendar_grpc_request_duration_seconds}, with the tags
 * {@code method} and {@code code}. Its buckets are set in {@code microprofile-config.properties}.
 */
public final class CallMetrics implements CallEndInterceptor.Observer {
  private static final Metadata METADATA =
      Metadata.builder()
          .withName("calendar_grpc_request_duration_seconds")
          .withDescription("Time from the arrival of a gRPC call to its end, by method and code")
          .build();

  private final MetricRegistry registry;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  public CallMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  private record Key(String method, Status.Code code) {}

  @Override
  public void ended(ServerCall<?, ?> call, Status status, Duration duration) {
    if (call.getMethodDescriptor().getType().serverSendsOneMessage()) {
      Key key = new Key(call.getMethodDescriptor().getBareMethodName(), status.getCode());
      timers.computeIfAbsent(key, this::timer).update(duration);
    }
  }

  private Timer timer(Key key) {
    return registry.timer(
        METADATA, new Tag("method", key.method()), new Tag("code", key.code().name()));
  }
}
