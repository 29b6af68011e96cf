package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.api.connection.ConnectionLimit;
import calendar.api.grpc.connection.AcceptPace;
import calendar.api.grpc.connection.ClientFaultLog;
import calendar.api.grpc.connection.ConnectionSetup;
import calendar.api.grpc.connection.GrpcLogFilter;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * A gRPC server with one service, health and reflection. Safe for use by several threads.
 *
 * <p>Its limits: a message has at most 4 MiB; a connection at most 1,000 calls at once, and it is
 * asked to move on after half an hour, so that clients spread over new servers; a thousand
 * connections begin in a second; {@link ConnectionLimit} says how many may be open; a client may
 * ping every 10 seconds, and one that does not answer a ping is taken for gone.
 */
public final class GrpcServer {
  public static final int LARGEST_MESSAGE_BYTES = 4 * 1024 * 1024;

  /** Linux keeps no more either, unless net.core.somaxconn is raised. */
  private static final int MOST_CONNECTIONS_WAITING = 4_096;

  private final HealthStatusManager health = new HealthStatusManager();
  // Of its own, since the shared ones that gRPC keeps would outlive the application.
  private final EventLoopGroup acceptor =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** A thread for each processor: none of them waits for anything else. */
  private final EventLoopGroup network =
      new MultiThreadIoEventLoopGroup(
          Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());

  private final ClientFaultLog faults = new ClientFaultLog(Clock.systemUTC());
  private final GrpcLogFilter log = new GrpcLogFilter(faults);
  private final Server server;

  /** Runs the handlers on the threads that read the network: they must not block. */
  GrpcServer(
      InetSocketAddress address,
      BindableService service,
      CallEntrance gate,
      ConnectionLimit connections,
      CallEndInterceptor.Observer... observers) {
    server =
        NettyServerBuilder.forAddress(address)
            .channelFactory(() -> listeningChannel(connections))
            .withOption(ChannelOption.SO_BACKLOG, MOST_CONNECTIONS_WAITING)
            .bossEventLoopGroup(acceptor)
            .workerEventLoopGroup(network)
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
            .maxConcurrentCallsPerConnection(1_000)
            .maxConnectionAge(30, MINUTES)
            .maxConnectionAgeGrace(30, SECONDS)
            .keepAliveTime(60, SECONDS)
            .keepAliveTimeout(20, SECONDS)
            .permitKeepAliveTime(10, SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .intercept(new ErrorInterceptor())
            .intercept(new CallEndInterceptor(observers))
            .addService(
                ServerInterceptors.intercept(
                    MalformedMessages.refusedBy(service.bindService()), gate))
            .addService(MalformedMessages.refusedBy(health.getHealthService().bindService()))
            .addService(Reflection.v1())
            .addService(Reflection.v1alpha())
            .build();
    setServing(false);
  }

  private ServerChannel listeningChannel(ConnectionLimit connections) {
    ServerChannel channel = new NioServerSocketChannel();
    channel
        .pipeline()
        .addLast(new AcceptPace(connections::exceeded), connections, new ConnectionSetup(faults));
    return channel;
  }

  /**
   * @throws IOException if it cannot listen on its address
   */
  void start() throws IOException {
    server.start();
    log.shorten();
  }

  /** Where it listens; the port that the system chose, if it was to choose. */
  InetSocketAddress address() {
    return (InetSocketAddress) server.getListenSockets().get(0);
  }

  /** Tells clients, through the health service, whether calls will be served. */
  void setServing(boolean serving) {
    ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    health.setStatus(CalendarServiceGrpc.SERVICE_NAME, status);
  }

  /** Takes no new calls, lets those under way finish for as long as given, then ends them. */
  void stop(Duration patience) {
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(patience.toMillis(), MILLISECONDS)) {
        server.shutdownNow().awaitTermination(1, SECONDS);
      }
      acceptor.shutdownGracefully(0, 1, SECONDS).await(2, SECONDS);
      network.shutdownGracefully(0, 1, SECONDS).await(2, SECONDS);
    } catch (InterruptedException hurry) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      log.leave();
    }
  }
}
