package calendar.api.grpc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.api.call.report.CallObserver;
import calendar.api.connection.ConnectionLimit;
import calendar.api.grpc.connection.AcceptPace;
import calendar.api.grpc.connection.ClientFaultLog;
import calendar.api.grpc.connection.ConnectionSetup;
import calendar.api.grpc.connection.GrpcLogFilter;
import calendar.api.grpc.connection.TransportSecurity;
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
 * <p>Its limits:
 *
 * <ul>
 *   <li>a message: 4 MiB
 *   <li>the metadata of a call: 24 KiB, because a token may have 16
 *   <li>calls at once on one connection: 1,000
 *   <li>age of a connection: 30 minutes, so that clients spread over new servers
 *   <li>new connections: about 1,000 per second, see {@link AcceptPace}
 *   <li>a TLS handshake: 10 seconds
 *   <li>open connections: see {@link ConnectionLimit}
 *   <li>pings of a client: one every 10 seconds
 *   <li>a client that does not answer a ping within 20 seconds is disconnected
 * </ul>
 */
final class GrpcServer {
  static final int LARGEST_MESSAGE_BYTES = 4 * 1024 * 1024;

  private static final int LARGEST_METADATA_BYTES = 24 * 1024;

  /**
   * The most bytes of the entries on a page. Clients accept messages of 4 MiB by default; the rest
   * is for the page token.
   */
  static final int LARGEST_PAGE_BYTES = LARGEST_MESSAGE_BYTES - 64 * 1024;

  /** The limit of Linux too, unless net.core.somaxconn is raised. */
  private static final int MOST_CONNECTIONS_WAITING = 4_096;

  private final HealthStatusManager health = new HealthStatusManager();
  // Not gRPC's shared event loops, which would outlive the application.
  private final EventLoopGroup acceptor =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /** One thread per processor is enough, because none of them blocks. */
  private final EventLoopGroup network =
      new MultiThreadIoEventLoopGroup(
          Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());

  private final ClientFaultLog clientFaults = new ClientFaultLog(Clock.systemUTC());
  private final GrpcLogFilter logFilter = new GrpcLogFilter(clientFaults);
  private final Server server;

  /**
   * The service runs on the threads that read the network, so it must not block.
   *
   * @param security which connections speak TLS
   * @param entrance runs before the requests of the service are parsed
   * @param exposesSchema true if the server describes its services to anyone, by reflection
   * @param observers learn of the end of every call
   */
  GrpcServer(
      InetSocketAddress address,
      TransportSecurity security,
      BindableService service,
      CallEntrance entrance,
      ConnectionLimit connections,
      boolean exposesSchema,
      CallObserver... observers) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .channelFactory(() -> listeningChannel(connections, security))
            .withOption(ChannelOption.SO_BACKLOG, MOST_CONNECTIONS_WAITING)
            .bossEventLoopGroup(acceptor)
            .workerEventLoopGroup(network)
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
            .maxInboundMetadataSize(LARGEST_METADATA_BYTES)
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
                    MalformedMessages.rejecting(service.bindService()), entrance))
            .addService(MalformedMessages.rejecting(health.getHealthService().bindService()));
    if (exposesSchema) {
      builder.addService(Reflection.v1()).addService(Reflection.v1alpha());
    }
    server = builder.build();
    setServing(false);
  }

  private ServerChannel listeningChannel(ConnectionLimit connections, TransportSecurity security) {
    ServerChannel channel = new NioServerSocketChannel();
    channel
        .pipeline()
        .addLast(
            new AcceptPace(connections::exceeded),
            connections,
            new ConnectionSetup(security, clientFaults));
    return channel;
  }

  /**
   * @throws IOException if it cannot listen on its address
   */
  void start() throws IOException {
    server.start();
    logFilter.install();
  }

  /** The address that the server listens on, with the real port if it was configured as 0. */
  InetSocketAddress address() {
    return (InetSocketAddress) server.getListenSockets().get(0);
  }

  /** Sets the answer of the health service. */
  void setServing(boolean serving) {
    ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    health.setStatus(CalendarServiceGrpc.SERVICE_NAME, status);
  }

  /** Stops accepting calls, and waits for the running ones. Cancels them after the timeout. */
  void stop(Duration timeout) {
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(timeout.toMillis(), MILLISECONDS)) {
        server.shutdownNow().awaitTermination(1, SECONDS);
      }
      acceptor.shutdownGracefully(0, 1, SECONDS).await(2, SECONDS);
      network.shutdownGracefully(0, 1, SECONDS).await(2, SECONDS);
    } catch (InterruptedException interrupted) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      logFilter.uninstall();
    }
  }
}
