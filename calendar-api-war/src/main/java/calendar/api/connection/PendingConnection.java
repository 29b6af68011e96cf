package calendar.api.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.net.SocketAddress;
import java.util.concurrent.Future;

/**
 * Watches one connection until it has sent its HTTP/2 settings, then removes itself. It closes the
 * connection if the settings do not come in time. It is the first handler in the connection's
 * pipeline, so a negotiation before HTTP/2 does not affect it.
 */
final class PendingConnection extends ChannelInboundHandlerAdapter {
  private final Channel connection;
  private final PendingConnections pending;
  private final Losses losses;
  private Future<?> timeout;

  PendingConnection(Channel connection, PendingConnections pending, Losses losses) {
    this.connection = connection;
    this.pending = pending;
    this.losses = losses;
  }

  SocketAddress peer() {
    return connection.remoteAddress();
  }

  /** Closes the connection at once, without the farewell of HTTP/2. */
  void close() {
    connection.eventLoop().execute(() -> connection.unsafe().close(connection.newPromise()));
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    timeout =
        context
            .executor()
            .schedule(this::onTimeout, ConnectionLimit.SETTINGS_LIMIT.toMillis(), MILLISECONDS);
    context.fireChannelActive();
  }

  /** Runs after the handlers behind this one have processed the bytes. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
    boolean settingsReceived = http2 != null && http2.decoder().prefaceReceived();
    if (settingsReceived) {
      // Before the settings are acknowledged: a client with an acknowledgement is not displaced.
      pending.remove(this);
    }
    context.fireChannelReadComplete();
    if (settingsReceived) {
      removeFrom(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    removeFrom(context);
    context.fireChannelInactive();
  }

  private void removeFrom(ChannelHandlerContext context) {
    if (timeout != null) {
      timeout.cancel(false);
    }
    if (!context.isRemoved()) {
      context.pipeline().remove(this);
    }
  }

  private void onTimeout() {
    if (pending.remove(this)) {
      losses.add(Loss.SILENT, peer());
      close();
    }
  }
}
