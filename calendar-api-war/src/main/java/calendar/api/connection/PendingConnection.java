package calendar.api.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.net.SocketAddress;
import java.util.concurrent.Future;

/**
 * Watches one connection until its HTTP/2 settings have come, then takes itself out. Stands first
 * in the connection's pipeline, so that it does not matter what is negotiated before HTTP/2.
 */
final class PendingConnection extends ChannelInboundHandlerAdapter {
  private final Channel connection;
  private final PendingConnections newcomers;
  private final Losses losses;
  private Future<?> tooLate;

  PendingConnection(Channel connection, PendingConnections newcomers, Losses losses) {
    this.connection = connection;
    this.newcomers = newcomers;
    this.losses = losses;
  }

  SocketAddress peer() {
    return connection.remoteAddress();
  }

  /** Closes the connection, past what would say goodbye first. */
  void close() {
    connection.eventLoop().execute(() -> connection.unsafe().close(connection.newPromise()));
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    tooLate =
        context
            .executor()
            .schedule(this::giveUp, ConnectionLimit.SETTINGS_LIMIT.toMillis(), MILLISECONDS);
    context.fireChannelActive();
  }

  /** Comes when what was read has been understood. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
    boolean greeted = http2 != null && http2.decoder().prefaceReceived();
    if (greeted) {
      // Before the acknowledgement is sent: who has that is not displaced.
      newcomers.remove(this);
    }
    context.fireChannelReadComplete();
    if (greeted) {
      leave(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    leave(context);
    context.fireChannelInactive();
  }

  private void leave(ChannelHandlerContext context) {
    if (tooLate != null) {
      tooLate.cancel(false);
    }
    if (!context.isRemoved()) {
      context.pipeline().remove(this);
    }
  }

  private void giveUp() {
    if (newcomers.remove(this)) {
      losses.add(Loss.SILENT, peer());
      close();
    }
  }
}
