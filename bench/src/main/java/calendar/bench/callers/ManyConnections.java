package calendar.bench.callers;

import calendar.client.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Opens a thousand connections and calls on none of them. */
public final class ManyConnections implements BadCaller {
  private static final int CONNECTIONS = 1_000;

  private final List<Socket> sockets = new ArrayList<>();

  public ManyConnections(Address server) {
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Socket socket = new Socket(server.host(), server.port());
        sockets.add(socket);
        socket.getOutputStream().write(Http2.opening());
      }
    } catch (IOException failure) {
      stop();
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException gone) {
        // As it should be.
      }
    }
  }
}
