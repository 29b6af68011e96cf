package calendar.api.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.api.connection.ConnectionBudget;
import calendar.api.connection.ConnectionLimit;
import calendar.api.connection.OwnConnections;
import calendar.api.connection.SelfCheck;
import io.grpc.Status;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections at and over the limit. */
class ConnectionLimitTest extends OnGrpcServer {
  private static final int MOST = 16;

  /** The preface of HTTP/2, and settings that change nothing. */
  private static final byte[] HANDSHAKE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(US_ASCII);

  private static final int SETTINGS = 4;
  private static final int ACKNOWLEDGED = 1;

  private final OwnConnections own = new OwnConnections();
  private final List<Socket> sockets = new ArrayList<>();
  private ConnectionLimit limit;

  @Override
  ConnectionLimit connections() {
    limit =
        new ConnectionLimit(new ConnectionBudget(Long.MAX_VALUE, 0, 0, OptionalInt.of(MOST)), own);
    return limit;
  }

  @AfterEach
  void disconnect() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void idleConnectionsMakeRoomForClients() throws Exception {
    fillWithIdle();

    assertThat(refused(() -> calendar.getEvent(someEvent())).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);

    assertThat(isClosed(sockets.get(0))).isTrue();
    await().untilAsserted(() -> assertThat(limit.open()).isEqualTo(MOST));
  }

  @Test
  void connectionsWithSettingsAreKept() throws Exception {
    refused(() -> calendar.getEvent(someEvent()));
    for (int i = 1; i < MOST; i++) {
      shakeHands();
    }

    assertThat(isClosed(connect())).isTrue();

    assertThat(limit.open()).isEqualTo(MOST);
    assertThat(refused(() -> calendar.getEvent(someEvent())).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void placesOfClosedConnectionsAreFreeAgain() throws Exception {
    for (int i = 0; i < MOST; i++) {
      shakeHands();
    }
    sockets.get(3).close();
    await().until(() -> limit.open() < MOST);

    assertThat(refused(() -> calendar.getEvent(someEvent())).getStatus().getCode())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void admitsItsOwnCheck() throws Exception {
    for (int i = 0; i < MOST; i++) {
      shakeHands();
    }
    SelfCheck check = new SelfCheck(server.address(), own);

    check.rehearse();

    assertThat(check.answers()).isTrue();
    await().untilAsserted(() -> assertThat(limit.open()).isEqualTo(MOST));
  }

  private void fillWithIdle() throws IOException {
    for (int i = 0; i < MOST; i++) {
      connect();
    }
    await().until(() -> limit.open() == MOST);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    sockets.add(socket);
    return socket;
  }

  /** Waits until the server has acknowledged the settings. */
  private void shakeHands() throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(HANDSHAKE);
    DataInputStream answer = new DataInputStream(socket.getInputStream());
    while (!isAcknowledgement(answer)) {
      // The server's own settings come first.
    }
  }

  private static boolean isAcknowledgement(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    in.readInt();
    in.readNBytes(length);
    return type == SETTINGS && flags == ACKNOWLEDGED;
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }
}
