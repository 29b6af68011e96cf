package calendar.client;

import com.google.common.net.HostAndPort;

/**
 * The network address of a calendar server.
 *
 * @param host a name or an IP address
 * @param port from 1 to 65535
 */
public record Address(String host, int port) {
  /** The default gRPC port of a calendar. */
  public static final int DEFAULT_PORT = 8888;

  /**
   * Reads {@code host:port} or {@code host}. An IPv6 address before a port needs brackets.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Address parse(String text) {
    HostAndPort parsed = HostAndPort.fromString(text.strip()).withDefaultPort(DEFAULT_PORT);
    if (parsed.getHost().isEmpty() || parsed.getPort() == 0) {
      throw new IllegalArgumentException("expected a host, and a port other than 0");
    }
    return new Address(parsed.getHost(), parsed.getPort());
  }

  /** Returns a text that {@link #parse} can read. */
  @Override
  public String toString() {
    return HostAndPort.fromParts(host, port).toString();
  }
}
