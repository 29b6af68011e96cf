package calendar.api.grpc.connection;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;

/** The end of a connection that is refused with an answer. */
final class Farewell {
  private Farewell() {}

  /** Closes a second later: closing at once would discard what the client has not read yet. */
  static void send(ChannelHandlerContext connection, ByteBuf answer) {
    connection
        .writeAndFlush(answer)
        .addListener(
            written -> {
              ((DuplexChannel) connection.channel()).shutdownOutput();
              connection.executor().schedule(() -> connection.close(), 1, SECONDS);
            });
  }
}
