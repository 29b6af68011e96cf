package calendar.api.grpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Gives each new connection what looks at its bytes before gRPC does. */
final class Greeting extends ChannelInboundHandlerAdapter {
  private final ConnectionFaults faults;

  Greeting(ConnectionFaults faults) {
    this.faults = faults;
  }

  @Override
  public void channelRead(ChannelHandlerContext listening, Object connection) {
    ((Channel) connection).pipeline().addLast(new Peer(), new FirstBytes(faults));
    listening.fireChannelRead(connection);
  }
}
