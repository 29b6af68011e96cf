package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Lets a thousand connections in within a second, one after the other. To begin one takes the
 * network's threads as long as several calls, so who opens many at once would hold up everybody.
 * Those that are not let in yet wait where the system keeps them. Belongs to one listening channel
 * and its thread.
 */
final class ConnectionPace extends ChannelInboundHandlerAdapter {
  private static final long MILLISECONDS_EACH = 1;

  private int accepted;

  @Override
  public void channelRead(ChannelHandlerContext listening, Object connection) {
    accepted++;
    listening.fireChannelRead(connection);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext listening) {
    listening.fireChannelReadComplete();
    listening.channel().config().setAutoRead(false);
    listening
        .executor()
        .schedule(() -> resume(listening), accepted * MILLISECONDS_EACH, MILLISECONDS);
  }

  private void resume(ChannelHandlerContext listening) {
    accepted = 0;
    listening.channel().config().setAutoRead(true);
  }
}
