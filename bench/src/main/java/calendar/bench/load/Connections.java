package calendar.bench.load;

import calendar.client.Address;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A few connections to the calendar, all on one thread: many threads would only take processor time
 * from what is measured. Answers are taken on that thread.
 */
public record Connections(EventLoopGroup threads, List<ManagedChannel> channels)
    implements AutoCloseable {

  /** Opens connections in plain text. */
  public static Connections open(Address server, int count) {
    return open(server, count, Optional.empty());
  }

  /**
   * Opens connections.
   *
   * @param tls how; in plain text if empty
   */
  public static Connections open(Address server, int count, Optional<SslContext> tls) {
    EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    List<ManagedChannel> channels =
        IntStream.range(0, count).mapToObj(i -> channel(server, tls, threads)).toList();
    return new Connections(threads, channels);
  }

  private static ManagedChannel channel(
      Address server, Optional<SslContext> tls, EventLoopGroup threads) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(server.host(), server.port())
            .eventLoopGroup(threads)
            .channelType(NioSocketChannel.class)
            .directExecutor()
            .disableRetry();
    tls.ifPresentOrElse(builder::sslContext, builder::usePlaintext);
    return builder.build();
  }

  /** One of them, the same one for the same number. */
  public ManagedChannel channel(long number) {
    return channels.get((int) (number % channels.size()));
  }

  /** The one thread. */
  EventLoop network() {
    return threads.next();
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
