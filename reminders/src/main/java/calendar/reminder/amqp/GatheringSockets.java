package calendar.reminder.amqp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets by which a thread can send many small messages together. The broker's client asks
 * for each of them to be sent at once, which costs a call of the system here and a packet to be
 * read there. While a thread gathers, what it asks to be sent is kept until some thread that does
 * not gather sends something, or until the buffer is full. Safe for use by any number of threads.
 */
final class GatheringSockets extends SocketFactory {
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final ThreadLocal<Boolean> GATHERING = ThreadLocal.withInitial(() -> false);

  /** What sends messages. */
  interface Sending {
    void run() throws IOException;
  }

  /** Has this thread gather what it sends meanwhile. What it sends next takes that along. */
  static void gather(Sending sending) throws IOException {
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

  private static final class GatheringOutput extends BufferedOutputStream {
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
