package calendar.api.grpc.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Adds the handlers that see the bytes of a new connection before gRPC does. */
public final class ConnectionSetup extends ChannelInboundHandlerAdapter {
  private final ClientFaultLog faults;

  public ConnectionSetup(ClientFaultLog faults) {
    this.faults = faults;
  }

  @Override
  public void channelRead(ChannelHandlerContext listening, Object connection) {
    ((Channel) connection).pipeline().addLast(new CurrentPeer(), new ProtocolCheck(faults));
    listening.fireChannelRead(connection);
  }
}
