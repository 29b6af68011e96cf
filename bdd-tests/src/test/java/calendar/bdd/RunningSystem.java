package calendar.bdd;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * The system that the features run against: the one that the environment names (CALENDAR_API_GRPC
 * and CALENDAR_API_HTTP, each HOST:PORT), or else one of its own, started for all features
 * together.
 */
final class RunningSystem implements AutoCloseable {
  private final InetSocketAddress http;
  private final ManagedChannel channel;

  private RunningSystem(InetSocketAddress grpc, InetSocketAddress http) {
    this.http = http;
    this.channel =
        NettyChannelBuilder.forAddress(grpc.getHostString(), grpc.getPort()).usePlaintext().build();
  }

  static RunningSystem start() {
    return new RunningSystem(address("CALENDAR_API_GRPC"), address("CALENDAR_API_HTTP"));
  }

  private static InetSocketAddress address(String variable) {
    URI uri = URI.create("tcp://" + System.getenv(variable));
    return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
  }

  ManagedChannel channel() {
    return channel;
  }

  URI page(String path) {
    return URI.create("http://%s:%d%s".formatted(http.getHostString(), http.getPort(), path));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
