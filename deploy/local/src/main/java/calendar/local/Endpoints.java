package calendar.local;

import calendar.config.Key;
import calendar.config.Settings;
import java.net.URI;

/** Where the API listens, as its settings have it. */
record Endpoints(Settings settings) {

  /** gRPC, as {@code host:port}. */
  String grpc() {
    return reachable(Key.GRPC_IP) + ":" + settings.number(Key.GRPC_PORT);
  }

  /** The web server. */
  URI http() {
    return URI.create(
        "http://%s:%d/".formatted(reachable(Key.HTTP_IP), settings.number(Key.HTTP_PORT)));
  }

  /**
   * Makes sure that nothing listens there yet.
   *
   * @throws LocalException that says which port is taken and which key sets it
   */
  void requireFree() {
    requireFree(Key.GRPC_PORT);
    requireFree(Key.HTTP_PORT);
  }

  private void requireFree(Key port) {
    int number = settings.number(port);
    if (!Ports.isFree(number)) {
      throw new LocalException(
          "Port %d (%s) is taken: stop the program that listens there, or set %s to another port"
              .formatted(number, port.path(), port.environmentVariable()));
    }
  }

  /** A server that listens on every address is reached on the loopback one. */
  private String reachable(Key ip) {
    String address = settings.text(ip);
    return address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
  }
}
