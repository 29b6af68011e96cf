package calendar.api.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingConnectionTest {
  private static final long LIMIT = ConnectionLimit.SETTINGS_LIMIT.toMillis();

  private final PendingConnections pending = new PendingConnections();
  private final Losses losses = new Losses();
  private final EmbeddedChannel connection = new EmbeddedChannel();
  private final PendingConnection connectionHandler =
      new PendingConnection(connection, pending, losses);

  @BeforeEach
  void begin() {
    connection.freezeTime();
    pending.add(connectionHandler);
    connection.pipeline().addLast(connectionHandler, http2());
    connection.pipeline().fireChannelActive();
  }

  @Test
  void closesASilentConnection() {
    pass(LIMIT - 1);
    assertThat(connection.isOpen()).isTrue();
    pass(1);

    assertThat(connection.isOpen()).isFalse();
    assertThat(losses.count(Loss.SILENT)).isEqualTo(1);
    assertThat(pending.removeOldest()).isNull();
  }

  @Test
  void keepsAConnectionWithSettings() {
    send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertThat(connection.pipeline().get(PendingConnection.class)).isNotNull();
    send("\0\0\0\4\0\0\0\0\0");

    pass(LIMIT);

    assertThat(connection.isOpen()).isTrue();
    assertThat(connection.pipeline().get(PendingConnection.class)).isNull();
    assertThat(pending.removeOldest()).isNull();
    assertThat(losses.count(Loss.SILENT)).isZero();
  }

  @Test
  void countsNoLossAfterDisconnection() {
    connection.close();
    pending.remove(connectionHandler);

    pass(LIMIT);

    assertThat(losses.count(Loss.SILENT)).isZero();
  }

  private void send(String bytes) {
    connection.writeInbound(Unpooled.copiedBuffer(bytes, US_ASCII));
  }

  private void pass(long milliseconds) {
    connection.advanceTimeBy(milliseconds, MILLISECONDS);
    connection.runScheduledPendingTasks();
    connection.runPendingTasks();
  }

  private static Http2ConnectionHandler http2() {
    return new Http2ConnectionHandlerBuilder()
        .server(true)
        .frameListener(new Http2FrameAdapter())
        .build();
  }
}
