package calendar.reminder.amqp.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatheringSocketsTest {
  private ServerSocket listening;
  private Socket socket;
  private Socket peer;

  @BeforeEach
  void connect() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    listening = new ServerSocket(0, 1, loopback);
    socket = new GatheringSockets().createSocket(loopback, listening.getLocalPort());
    peer = listening.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    socket.close();
    peer.close();
    listening.close();
  }

  @Test
  void sendsGatheredBytesWithTheNextFlush() throws IOException {
    OutputStream out = socket.getOutputStream();
    InputStream in = peer.getInputStream();

    GatheringSockets.gather(
        () -> {
          send(out, 1);
          send(out, 2);
        });
    assertThat(in.available()).isZero();
    send(out, 3);

    assertThat(in.readNBytes(3)).containsExactly(1, 2, 3);
  }

  @Test
  void otherThreadsFlushSendsGatheredBytes() throws Exception {
    OutputStream out = socket.getOutputStream();
    InputStream in = peer.getInputStream();

    GatheringSockets.gather(
        () -> {
          send(out, 1);
          Thread other = new Thread(() -> sendUnchecked(out, 2));
          other.start();
          join(other);
          assertThat(in.readNBytes(2)).containsExactly(1, 2);
        });
  }

  @Test
  void sendsFullBuffer() throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] much = new byte[100_000];

    GatheringSockets.gather(() -> out.write(much));

    assertThat(peer.getInputStream().readNBytes(much.length)).isEqualTo(much);
  }

  @Test
  void failureEndsGathering() throws IOException {
    OutputStream out = socket.getOutputStream();
    IOException lost = new IOException("lost");
    assertThatThrownBy(
            () ->
                GatheringSockets.gather(
                    () -> {
                      throw lost;
                    }))
        .isSameAs(lost);

    send(out, 1);

    assertThat(peer.getInputStream().read()).isEqualTo(1);
  }

  private static void send(OutputStream out, int value) throws IOException {
    out.write(value);
    out.flush();
  }

  private static void sendUnchecked(OutputStream out, int value) {
    try {
      send(out, value);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }
}
