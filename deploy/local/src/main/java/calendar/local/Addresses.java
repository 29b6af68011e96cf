package calendar.local;

import calendar.config.Key;
import calendar.config.Settings;
import java.net.URI;

/** Where a program that was given some settings can be reached from this machine. */
final class Addresses {
  private Addresses() {}

  /** As {@code host:port}. */
  static String grpc(Settings settings) {
    return reachable(settings.text(Key.GRPC_IP)) + ":" + settings.number(Key.GRPC_PORT);
  }

  static URI http(Settings settings) {
    return URI.create(
        "http://%s:%d/"
            .formatted(reachable(settings.text(Key.HTTP_IP)), settings.number(Key.HTTP_PORT)));
  }

  private static String reachable(String address) {
    return address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
  }
}
