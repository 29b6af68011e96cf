package calendar.api.connection;

import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that the server opens to its own port. It knows them by their address, which
 * nobody else can have. Safe for use by any number of threads.
 */
public final class OwnConnections {
  private final Map<SocketAddress, Purpose> purposes = new ConcurrentHashMap<>();

  /** What a connection is for. */
  enum Purpose {
    CLIENT,
    /** To see whether the port answers. */
    CHECK,
    /** To be taken in as a client's, and to end in some way that clients' connections end. */
    REHEARSE_ADMISSION,
    /** To be refused, so that all classes that this needs are loaded. */
    REHEARSE_REFUSAL,
    /** To be closed in favour of another one, for the same reason. */
    REHEARSE_DISPLACEMENT
  }

  /** The purpose of a connection from that address. */
  Purpose purpose(SocketAddress peer) {
    return peer == null ? Purpose.CLIENT : purposes.getOrDefault(peer, Purpose.CLIENT);
  }

  /** Whether the call is one of the server's own checks, which say nothing about clients. */
  public boolean made(ServerCall<?, ?> call) {
    return call.getMethodDescriptor() == HealthGrpc.getCheckMethod()
        && purpose(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)) != Purpose.CLIENT;
  }

  /**
   * Connects to the server.
   *
   * @param patience for the connection to come about, and for each read
   * @throws IOException if it does not come about
   */
  OwnSocket open(InetSocketAddress server, Purpose purpose, Duration patience) throws IOException {
    OwnSocket own = new OwnSocket();
    try {
      // Bound before it connects: the server may accept it before connect() returns.
      own.socket.bind(new InetSocketAddress(server.getAddress(), 0));
      own.address = own.socket.getLocalSocketAddress();
      purposes.put(own.address, purpose);
      own.socket.setSoTimeout((int) patience.toMillis());
      own.socket.connect(server, (int) patience.toMillis());
      return own;
    } catch (IOException | RuntimeException failure) {
      own.close();
      throw failure;
    }
  }

  /** Is forgotten when it is closed. */
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
