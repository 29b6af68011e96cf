package calendar.api.grpc;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.logging.Level.SEVERE;

import calendar.api.call.BlockingCallThreads;
import calendar.api.call.CallPipeline;
import calendar.api.call.report.CallLog;
import calendar.api.call.report.CallMetrics;
import calendar.api.call.report.RejectionLog;
import calendar.api.connection.PortMonitor;
import calendar.api.health.StorageHealth;
import calendar.api.health.StorageMonitor;
import calendar.database.ConnectionShares;
import calendar.event.Calendar;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Starts the gRPC server with the application and stops it with it. */
@Singleton
@Startup
@DependsOn("StorageMonitor")
@ConcurrencyManagement(BEAN)
public class GrpcEndpoint {
  private static final Logger LOG = Logger.getLogger(GrpcEndpoint.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject private Calendar calendar;
  @Inject private MetricRegistry metrics;

  @Inject
  @ConfigProperty(name = "calendar.grpc.ip")
  private String ip;

  @Inject
  @ConfigProperty(name = "calendar.grpc.port")
  private int port;

  /** A number or {@code auto}. */
  @Inject
  @ConfigProperty(name = "calendar.grpc.max_connections")
  private String mostConnections;

  @Inject
  @ConfigProperty(name = "calendar.http.max_connections")
  private int mostHttpConnections;

  @EJB private StorageMonitor storageWatch;

  @Inject
  @ConfigProperty(name = "calendar.database.pool_size")
  private int poolSize;

  @Resource private ManagedThreadFactory threads;

  @Resource private ManagedScheduledExecutorService scheduler;

  private final RejectionLog refusals = new RejectionLog();
  private Future<?> tellingRefusals;
  private BlockingCallThreads requestThreads;
  private GrpcServer server;
  private PortMonitor portWatch;

  @PostConstruct
  void start() {
    requestThreads = new BlockingCallThreads(new ConnectionShares(poolSize).changers(), threads);
    StorageHealth signs = storageWatch.signs();
    CallPipeline executor = new CallPipeline(requestThreads, new WatchedStorage(signs));
    portWatch = new PortMonitor(poolSize + mostHttpConnections, mostConnections(), metrics);
    server =
        new GrpcServer(
            new InetSocketAddress(ip, port),
            new CalendarService(calendar, executor),
            // A storage that is gone is not too much work: its calls are told so further on.
            new CallEntrance(work -> !signs.answers() || calendar.takes(work)),
            portWatch.limit(),
            ofClients(new CallLog(refusals)),
            ofClients(new CallMetrics(metrics)));
    try {
      server.start();
    } catch (IOException failure) {
      LOG.log(
          SEVERE,
          () ->
              "gRPC cannot listen on %s:%d: %s. Free it or set grpc.port, then start again"
                  .formatted(ip, port, failure.getMessage()));
      throw new IllegalStateException("gRPC cannot listen on %s:%d".formatted(ip, port), failure);
    }
    tellingRefusals = scheduler.scheduleWithFixedDelay(refusals::tell, 1, 1, SECONDS);
    storageWatch.whenChanged(
        answers -> {
          server.setServing(answers);
          if (!answers) {
            executor.refusePending();
          }
        });
    portWatch.start(server.address(), scheduler);
    LOG.info(
        () ->
            "gRPC listens on %s, for %d connections"
                .formatted(server.address(), portWatch.limit().most()));
  }

  /** Whether the gRPC port has answered a call within the last seconds. */
  public boolean answers() {
    return portWatch.answers();
  }

  private OptionalInt mostConnections() {
    return mostConnections.equals("auto")
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(mostConnections));
  }

  private CallEndInterceptor.Observer ofClients(CallEndInterceptor.Observer observer) {
    return (call, status, duration) -> {
      if (!portWatch.made(call)) {
        observer.ended(call, status, duration);
      }
    };
  }

  @PreDestroy
  void stop() {
    LOG.info("gRPC stops: no new calls, those under way may finish");
    portWatch.stop();
    server.stop(PATIENCE);
    requestThreads.close();
    tellingRefusals.cancel(false);
    refusals.tell();
  }

  private record WatchedStorage(StorageHealth signs) implements CallPipeline.StorageState {
    @Override
    public boolean answers() {
      return signs.answers();
    }

    @Override
    public void sawAnswer() {
      signs.sawAnswer();
    }
  }
}
