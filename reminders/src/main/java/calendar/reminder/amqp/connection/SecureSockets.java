package calendar.reminder.amqp.connection;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Creates sockets that speak TLS and gather small messages, as {@link GatheringSockets} do. Each
 * one reads the authorities to trust anew, so that a renewed file needs no restart. Safe for use by
 * any number of threads.
 */
final class SecureSockets extends SocketFactory {
  private final Path authorities;

  /**
   * @param authorities a PEM file with the authorities of the broker's certificate
   */
  SecureSockets(Path authorities) {
    this.authorities = authorities;
  }

  @Override
  public Socket createSocket() throws IOException {
    return new SecureSocket(context());
  }

  private SSLContext context() throws IOException {
    try {
      return TrustedAuthorities.context(Key.RABBITMQ_CA, authorities);
    } catch (ConfigException unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw notConnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw notConnected();
  }

  private static UnsupportedOperationException notConnected() {
    return new UnsupportedOperationException("the broker's client connects its sockets itself");
  }
}
