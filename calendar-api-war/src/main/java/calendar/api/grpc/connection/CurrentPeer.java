package calendar.api.grpc.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.FastThreadLocal;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Remembers the client whose bytes a thread is reading, because gRPC's own log entries do not name
 * it. It is the first handler in the pipeline of its connection.
 */
public final class CurrentPeer extends ChannelInboundHandlerAdapter {
  private static final FastThreadLocal<SocketAddress> CURRENT = new FastThreadLocal<>();

  /** The client whose bytes this thread reads, or whose connection it closes. */
  public static String current() {
    return name(CURRENT.get());
  }

  /** An address for the log, such as {@code 10.0.0.1:5555} or {@code [::1]:5555}. */
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
    // Runs before gRPC's own listener, which logs why the connection failed.
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
