package calendar.api.grpc.connection;

import calendar.api.grpc.connection.ClientFaultLog.Kind;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * Logs a TLS handshake that fails, in one line, and closes its connection.
 *
 * <p>Belongs to one connection, and leaves its pipeline once the handshake has succeeded.
 */
final class HandshakeCheck extends ChannelInboundHandlerAdapter {
  private final ClientFaultLog faults;

  HandshakeCheck(ClientFaultLog faults) {
    this.faults = faults;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext connection, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        connection.pipeline().remove(this);
      } else {
        String peer = CurrentPeer.name(connection.channel().remoteAddress());
        faults.add(Kind.HANDSHAKE, peer, reason(handshake.cause()));
        connection.close();
      }
    }
    connection.fireUserEventTriggered(event);
  }

  /** The handshake's end has been logged, or will be. */
  @Override
  public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
    connection.close();
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
