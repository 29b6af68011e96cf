package calendar.reminder.amqp.connection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Creates sockets that can send many small messages together. The broker's client flushes after
 * each message, which costs a system call here and a packet there. While a thread gathers, its
 * flushes do nothing. The messages are sent when the buffer is full, or when a thread that does not
 * gather flushes. Safe for use by any number of threads.
 */
public final class GatheringSockets extends SocketFactory {
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final ThreadLocal<Boolean> GATHERING = ThreadLocal.withInitial(() -> false);

  /** An action that sends messages. */
  public interface Sending {
    void run() throws IOException;
  }

  /** Runs an action and gathers what it sends. The next flush after it sends everything. */
  public static void gather(Sending sending) throws IOException {
    GATHERING.set(true);
    try {
      sending.run();
    } finally {
      GATHERING.remove();
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public OutputStream getOutputStream() throws IOException {
        return new GatheringOutput(super.getOutputStream());
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connect(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connect(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connect(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connect(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connect(InetSocketAddress address, InetSocketAddress local) throws IOException {
    Socket socket = createSocket();
    socket.bind(local);
    socket.connect(address);
    return socket;
  }

  /** Gathers what is written to another output. */
  static final class GatheringOutput extends BufferedOutputStream {
    GatheringOutput(OutputStream out) {
      super(out, BUFFER_BYTES);
    }

    @Override
    public void flush() throws IOException {
      if (!GATHERING.get()) {
        super.flush();
      }
    }
  }
}
