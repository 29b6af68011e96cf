package calendar.api.connection;

import static java.util.logging.Level.WARNING;

import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Logs lost connections: one line for each kind of loss, with the number of connections. Safe for
 * use by several threads.
 */
final class LossLog {
  private static final Logger LOG = Logger.getLogger(LossLog.class.getName());

  private final ConnectionLimit limit;
  private final Map<Loss, Long> logged = new EnumMap<>(Loss.class);

  LossLog(ConnectionLimit limit) {
    this.limit = limit;
    // Loads all classes now: later there may be no file descriptor left to load them with.
    for (Loss loss : Loss.values()) {
      line(loss, 0);
    }
  }

  /** Logs one line for each kind of loss since the last call of this method. */
  synchronized void write() {
    for (Loss loss : Loss.values()) {
      long count = limit.losses().count(loss);
      long fresh = count - logged.getOrDefault(loss, 0L);
      if (fresh > 0) {
        logged.put(loss, count);
        LOG.log(WARNING, line(loss, fresh));
      }
    }
  }

  private String line(Loss loss, long count) {
    String last = limit.losses().last(loss);
    return switch (loss) {
      case REFUSED ->
          "gRPC refused %d connections, the last one from %s: %d are open; %s"
              .formatted(count, last, limit.open(), limit.budget().howToRaise());
      case ADDRESS_LIMIT ->
          ("gRPC refused %d connections, the last one from %s: an address may have %d open;"
                  + " grpc.max_connections_per_address allows no more, except for"
                  + " grpc.trusted_proxies")
              .formatted(count, last, limit.addresses().most());
      case DISPLACED ->
          ("gRPC closed %d connections that had sent no HTTP/2 settings, the last one from %s, to"
                  + " make room for new ones: %d may be open; %s")
              .formatted(count, last, limit.most(), limit.budget().howToRaise());
      case SILENT ->
          "gRPC closed %d connections that sent no HTTP/2 settings within %d s, the last one from %s"
              .formatted(count, ConnectionLimit.SETTINGS_LIMIT.toSeconds(), last);
      case NOT_ACCEPTED ->
          ("gRPC could not accept connections, %d times, the last time because of \"%s\": %d are"
                  + " open, %d of %d file descriptors are in use. It tries again every second")
              .formatted(
                  count, last, limit.open(), FileDescriptors.open(), FileDescriptors.limit());
    };
  }
}
