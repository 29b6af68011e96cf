package calendar.api.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that the server opens to its own port. They are recognized by their local
 * address, which no other connection can have at the same time. Safe for use by several threads.
 */
public final class OwnConnections {
  private final Map<SocketAddress, Purpose> purposes = new ConcurrentHashMap<>();

  /** What a connection is for. */
  enum Purpose {
    CLIENT,
    /** Checks whether the port answers. */
    CHECK,
    /** Is accepted like a client's, and then ends in a way that clients' connections end. */
    REHEARSE_ADMISSION,
    /** Is refused, so that all classes for a refusal are loaded. */
    REHEARSE_REFUSAL,
    /** Is closed to make room for another one, for the same reason. */
    REHEARSE_DISPLACEMENT
  }

  /** The purpose of a connection from that address. */
  Purpose purpose(SocketAddress peer) {
    return peer == null ? Purpose.CLIENT : purposes.getOrDefault(peer, Purpose.CLIENT);
  }

  /** Returns true if the server itself opened the connection from that address. */
  boolean isOwn(SocketAddress peer) {
    return purpose(peer) != Purpose.CLIENT;
  }

  /**
   * Connects to the server.
   *
   * @param timeout of connecting, and of each read
   * @throws IOException if it cannot connect
   */
  OwnSocket open(InetSocketAddress server, Purpose purpose, Duration timeout) throws IOException {
    OwnSocket own = new OwnSocket();
    try {
      // Binds first: the server may accept the connection before connect() returns.
      own.socket.bind(new InetSocketAddress(server.getAddress(), 0));
      own.address = own.socket.getLocalSocketAddress();
      purposes.put(own.address, purpose);
      own.socket.setSoTimeout((int) timeout.toMillis());
      own.socket.connect(server, (int) timeout.toMillis());
      return own;
    } catch (IOException | RuntimeException failure) {
      own.close();
      throw failure;
    }
  }

  /** A socket whose address is forgotten when it is closed. */
  final class OwnSocket implements AutoCloseable {
    private final Socket socket = new Socket();
    private SocketAddress address;

    private OwnSocket() {}

    Socket socket() {
      return socket;
    }

    @Override
    public void close() throws IOException {
      socket.close();
      if (address != null) {
        purposes.remove(address);
      }
    }
  }
}
