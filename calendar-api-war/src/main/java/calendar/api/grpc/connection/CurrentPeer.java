package calendar.api.grpc.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.FastThreadLocal;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Knows whose bytes a thread is reading: gRPC's own log entries do not name the client. It stands
 * first in the pipeline of one connection.
 */
public final class CurrentPeer extends ChannelInboundHandlerAdapter {
  private static final FastThreadLocal<SocketAddress> CURRENT = new FastThreadLocal<>();

  /** The client whose bytes this thread reads, or whose connection it closes, for the log. */
  public static String current() {
    return name(CURRENT.get());
  }

  /** Such as {@code 10.0.0.1:5555} or {@code [::1]:5555}. */
  public static String name(SocketAddress address) {
    if (address instanceof InetSocketAddress socket && !socket.isUnresolved()) {
      String host = socket.getAddress().getHostAddress();
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + socket.getPort();
    }
    return address == null ? "a client" : address.toString();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext connection) {
    SocketAddress address = connection.channel().remoteAddress();
    // Before gRPC's own listener, in which it logs why the connection failed.
    connection.channel().closeFuture().addListener(closed -> CURRENT.set(address));
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    CURRENT.set(connection.channel().remoteAddress());
    try {
      connection.fireChannelRead(bytes);
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public void channelUnregistered(ChannelHandlerContext connection) {
    CURRENT.remove();
    connection.fireChannelUnregistered();
  }
}
