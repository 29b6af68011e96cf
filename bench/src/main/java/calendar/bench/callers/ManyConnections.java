package calendar.bench.callers;

import calendar.client.Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

/** Opens a thousand connections and calls on none of them. */
@Sharable
public final class ManyConnections extends ChannelInboundHandlerAdapter implements Disturbance {
  private static final int CONNECTIONS = 1_000;

  private final Bootstrap network;

  public ManyConnections(Address server) {
    network = Frames.network(server).option(ChannelOption.AUTO_READ, false).handler(this);
    for (int i = 0; i < CONNECTIONS; i++) {
      network.connect().syncUninterruptibly();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext connection) {
    new Frames(connection).open();
  }

  @Override
  public void stop() {
    Frames.close(network);
  }
}
