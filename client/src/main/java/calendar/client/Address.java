package calendar.client;

import com.google.common.net.HostAndPort;

/**
 * Where a calendar listens.
 *
 * @param host a name or an IP address
 * @param port from 1 to 65535
 */
public record Address(String host, int port) {
  /** The port of a calendar unless it is told otherwise. */
  public static final int DEFAULT_PORT = 8888;

  /**
   * Reads {@code host:port}, or a host alone. An IPv6 address stands in brackets before a port.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Address parse(String text) {
    HostAndPort parsed = HostAndPort.fromString(text.strip()).withDefaultPort(DEFAULT_PORT);
    if (parsed.getHost().isEmpty() || parsed.getPort() == 0) {
      throw new IllegalArgumentException("neither a host nor a port may be missing");
    }
    return new Address(parsed.getHost(), parsed.getPort());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return HostAndPort.fromParts(host, port).toString();
  }
}
