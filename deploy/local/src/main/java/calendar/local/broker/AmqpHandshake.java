package calendar.local.broker;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * The first words of an AMQP 0-9-1 connection: the client names the protocol, a broker that is
 * ready answers with the method Connection.Start (AMQP 0-9-1, 4.2.2).
 */
final class AmqpHandshake {
  private static final byte[] PROTOCOL = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
  private static final int METHOD_FRAME = 1;
  private static final int CONNECTION_START = 10 << 16 | 10;
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private AmqpHandshake() {}

  /** Whether a broker answers there, within five seconds. */
  static boolean succeeds(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) LIMIT.toMillis());
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(PROTOCOL);
      DataInputStream answer = new DataInputStream(socket.getInputStream());
      boolean method = answer.readUnsignedByte() == METHOD_FRAME;
      answer.readUnsignedShort(); // channel
      answer.readInt(); // size
      return method && answer.readInt() == CONNECTION_START;
    } catch (IOException notThere) {
      return false;
    }
  }
}
