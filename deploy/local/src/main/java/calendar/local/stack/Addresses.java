package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.net.URI;
import java.util.List;

/** Addresses at which this machine reaches a program with given settings. */
final class Addresses {
  private Addresses() {}

  /** As {@code host:port}. */
  static String grpc(Settings settings) {
    return reachable(settings.text(Key.GRPC_IP)) + ":" + settings.number(Key.GRPC_PORT);
  }

  static URI http(Settings settings) {
    return URI.create(
        "%s://%s:%d/"
            .formatted(
                settings.text(Key.HTTP_TLS_CERTIFICATE).isEmpty() ? "http" : "https",
                reachable(settings.text(Key.HTTP_IP)),
                settings.number(Key.HTTP_PORT)));
  }

  /**
   * Makes sure that nothing listens yet where the API is to.
   *
   * @throws LocalException if one is taken, with its port and its key
   */
  static void requireFree(Settings settings) {
    for (Key key : List.of(Key.GRPC_PORT, Key.HTTP_PORT)) {
      if (!Ports.isFree(settings.number(key))) {
        throw new LocalException(
            "Port %d (%s) is taken: stop the program that listens there, or set %s to another port"
                .formatted(settings.number(key), key.path(), key.environmentVariable()));
      }
    }
  }

  /** Replaces "every address" by the loopback address. */
  private static String reachable(String address) {
    return address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
  }
}
