package calendar.reminder.amqp.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A socket that connects with a time limit, then begins TLS and verifies the server: a certificate
 * of a trusted authority, for the name that was connected to. What is written is gathered before it
 * is encrypted, into few records. Has what the broker's client uses of a socket.
 */
final class SecureSocket extends Socket {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** The name is looked for in the certificate as for HTTPS (RFC 2818, 3.1). */
  private static final String VERIFY_NAME = "HTTPS";

  private final SSLContext context;
  private final Socket plain = new Socket();
  private SSLSocket secure;

  SecureSocket(SSLContext context) {
    this.context = context;
  }

  /**
   * Connects and begins TLS.
   *
   * @param limitMillis for the connection, and again for each silence within the handshake
   */
  @Override
  public void connect(SocketAddress address, int limitMillis) throws IOException {
    plain.connect(address, limitMillis);
    InetSocketAddress server = (InetSocketAddress) address;
    secure =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(plain, server.getHostString(), server.getPort(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(VERIFY_NAME);
    parameters.setProtocols(PROTOCOLS);
    secure.setSSLParameters(parameters);
    plain.setSoTimeout(limitMillis);
    secure.startHandshake();
    plain.setSoTimeout(0);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return secure.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new GatheringSockets.GatheringOutput(secure.getOutputStream());
  }

  /** Ends the connection at once; saying so by TLS could block while the broker is frozen. */
  @Override
  public void close() throws IOException {
    plain.close();
  }

  @Override
  public boolean isClosed() {
    return plain.isClosed();
  }

  @Override
  public boolean isConnected() {
    return plain.isConnected();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    plain.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return plain.getSoTimeout();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    plain.setSoLinger(on, seconds);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    plain.setTcpNoDelay(on);
  }

  @Override
  public InetAddress getInetAddress() {
    return plain.getInetAddress();
  }

  @Override
  public int getPort() {
    return plain.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return plain.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return plain.getLocalPort();
  }
}
