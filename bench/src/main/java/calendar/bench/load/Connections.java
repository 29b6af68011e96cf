package calendar.bench.load;

import calendar.client.Address;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A few connections to the calendar, all on one thread: many threads would only take processor time
 * from what is measured. Answers are taken on that thread.
 */
public final class Connections implements AutoCloseable {
  private final EventLoopGroup network;
  private final List<ManagedChannel> channels;

  private Connections(EventLoopGroup network, List<ManagedChannel> channels) {
    this.network = network;
    this.channels = channels;
  }

  public static Connections open(Address server, int count) {
    EventLoopGroup network = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    List<ManagedChannel> channels =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    NettyChannelBuilder.forAddress(server.host(), server.port())
                        .usePlaintext()
                        .eventLoopGroup(network)
                        .channelType(NioSocketChannel.class)
                        .directExecutor()
                        .disableRetry()
                        .build())
            .toList();
    return new Connections(network, channels);
  }

  /** One of them, the same one for the same number. */
  public ManagedChannel channel(long number) {
    return channels.get((int) (number % channels.size()));
  }

  /** The one thread. */
  EventLoop network() {
    return network.next();
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    try {
      for (ManagedChannel channel : channels) {
        channel.awaitTermination(1, TimeUnit.SECONDS);
      }
      network.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(2, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
