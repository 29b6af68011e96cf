package calendar.api.grpc.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Adds the handlers that see the bytes of a new connection before gRPC does. */
public final class ConnectionSetup extends ChannelInboundHandlerAdapter {
  private final TransportSecurity security;
  private final ClientFaultLog faults;

  public ConnectionSetup(TransportSecurity security, ClientFaultLog faults) {
    this.security = security;
    this.faults = faults;
  }

  @Override
  public void channelRead(ChannelHandlerContext listening, Object accepted) {
    Channel connection = (Channel) accepted;
    connection.pipeline().addLast(new CurrentPeer());
    security
        .of(connection.remoteAddress())
        .ifPresent(context -> connection.pipeline().addLast(new TlsEntrance(context, faults)));
    connection.pipeline().addLast(new ProtocolCheck(faults));
    listening.fireChannelRead(accepted);
  }
}
