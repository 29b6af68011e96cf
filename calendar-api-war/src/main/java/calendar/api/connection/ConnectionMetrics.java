package calendar.api.connection;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** The metrics of connections and file descriptors. */
final class ConnectionMetrics {
  private final ConnectionLimit limit;
  private final Map<Loss, Counter> lost = new EnumMap<>(Loss.class);

  /** Registers all metrics, so that they exist before the first connection. */
  ConnectionMetrics(MetricRegistry registry, ConnectionLimit limit) {
    this.limit = limit;
    registry.gauge(
        described("calendar_grpc_connections", "Open connections of clients to the gRPC port"),
        limit,
        ConnectionLimit::open);
    registry.gauge(
        described(
            "calendar_grpc_connections_limit",
            "Connections that clients may have open to the gRPC port at once"),
        limit,
        ConnectionLimit::most);
    registry.gauge(
        described("calendar_file_descriptors", "Open file descriptors of the process"),
        limit,
        unused -> FileDescriptors.open());
    registry.gauge(
        described(
            "calendar_file_descriptors_limit",
            "File descriptors that the process may have open at once"),
        limit,
        unused -> FileDescriptors.limit());
    for (Loss loss : Loss.values()) {
      lost.put(
          loss,
          registry.counter(
              described(
                  "calendar_grpc_connections_lost_total",
                  "Connections to the gRPC port that the server closed or could not accept"),
              new Tag("reason", loss.tag())));
    }
  }

  /** Updates the counters. Network threads do not update them, because that would cost too much. */
  synchronized void update() {
    lost.forEach((loss, counter) -> counter.inc(limit.losses().count(loss) - counter.getCount()));
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder()
        .withName(name)
        .withDescription(description)
        .withUnit(MetricUnits.NONE)
        .build();
  }
}
