package calendar.api.grpc;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.logging.Level.SEVERE;

import calendar.access.AccessGrants;
import calendar.api.call.Admission;
import calendar.api.call.Authorization;
import calendar.api.call.BlockingCallThreads;
import calendar.api.call.CallAudit;
import calendar.api.call.CallPipeline;
import calendar.api.call.report.CallLog;
import calendar.api.call.report.CallMetrics;
import calendar.api.call.report.CallObserver;
import calendar.api.call.report.RejectionLog;
import calendar.api.connection.AddressLimit;
import calendar.api.connection.PortMonitor;
import calendar.api.grpc.connection.TransportSecurity;
import calendar.api.grpc.tls.RenewedTls;
import calendar.api.grpc.tls.TlsSettings;
import calendar.api.health.StorageHealth;
import calendar.api.health.StorageMonitor;
import calendar.api.identity.CallerIdentification;
import calendar.audit.Audit;
import calendar.batching.AdmissionControl;
import calendar.certificate.CertificateExpiry;
import calendar.config.AddressRange;
import calendar.config.ConfigException;
import calendar.database.ConnectionShares;
import calendar.event.Calendar;
import calendar.series.SeriesCalendar;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Starts the gRPC server with the application and stops it with it. */
@Singleton
@Startup
@DependsOn({"StorageMonitor", "CallerIdentification"})
@ConcurrencyManagement(BEAN)
public class GrpcEndpoint {
  private static final Logger LOG = Logger.getLogger(GrpcEndpoint.class.getName());
  private static final long TLS_SECONDS = 10;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
  private static final Metadata DURATIONS =
      Metadata.builder()
          .withName("calendar_grpc_request_duration_seconds")
          .withDescription("Time from the arrival of a gRPC call to its end, by method and code")
          .build();

  @Inject private Calendar calendar;
  @Inject private SeriesCalendar series;
  @Inject private AccessGrants access;
  @Inject private Authorization authorization;
  @Inject private AdmissionControl admission;
  @Inject private MetricRegistry metrics;
  @Inject private Audit audit;
  @Inject private Clock clock;

  @Inject private GrpcAddress address;
  @Inject private TlsSettings tlsSettings;

  /** A number or {@code auto}. */
  @Inject
  @ConfigProperty(name = "calendar.grpc.max_connections")
  private String mostConnections;

  @Inject
  @ConfigProperty(name = "calendar.http.max_connections")
  private int mostHttpConnections;

  @Inject
  @ConfigProperty(name = "calendar.grpc.max_connections_per_address")
  private int mostConnectionsPerAddress;

  @Inject
  @ConfigProperty(name = "calendar.grpc.trusted_proxies")
  private Optional<String> trustedProxies;

  @Inject
  @ConfigProperty(name = "calendar.auth.expose_schema")
  private boolean exposesSchema;

  @EJB private StorageMonitor storageMonitor;
  @EJB private CallerIdentification callers;

  @Inject
  @ConfigProperty(name = "calendar.database.pool_size")
  private int poolSize;

  @Resource private ManagedThreadFactory threads;

  @Resource private ManagedScheduledExecutorService scheduler;

  private final RejectionLog rejections = new RejectionLog();
  private final List<Future<?>> rounds = new ArrayList<>();
  private BlockingCallThreads blockingCallThreads;
  private GrpcServer server;
  private PortMonitor portMonitor;

  @PostConstruct
  void start() {
    InetSocketAddress configured = address.get();
    Optional<RenewedTls> tls = tls();
    CallAudit callAudit = new CallAudit(audit, clock);
    CallPipeline pipeline = pipeline(callAudit);
    portMonitor =
        new PortMonitor(
            poolSize + mostHttpConnections, mostConnections(), connectionsPerAddress(), metrics);
    server =
        new GrpcServer(
            configured,
            new TransportSecurity(
                tls.map(renewed -> renewed::context), portMonitor::isOwnConnection),
            new CalendarService(calendar, series, access, pipeline),
            new CallEntrance(pipeline, callAudit, callers.authentication()),
            portMonitor.limit(),
            exposesSchema,
            exceptOwn(new CallLog(rejections)),
            exceptOwn(new CallMetrics(metrics, DURATIONS)));
    listen(configured);
    rounds.add(scheduler.scheduleWithFixedDelay(rejections::write, 1, 1, SECONDS));
    tls.ifPresent(
        renewed -> {
          CertificateExpiry.register(metrics, "grpc", renewed::expiry);
          rounds.add(
              scheduler.scheduleWithFixedDelay(renewed::renew, TLS_SECONDS, TLS_SECONDS, SECONDS));
        });
    storageMonitor.addListener(
        available -> {
          server.setServing(available);
          if (!available) {
            pipeline.failPendingCalls();
          }
        });
    portMonitor.start(server.address(), scheduler);
    LOG.info(
        () ->
            "gRPC listens on %s, for %d connections%s"
                .formatted(
                    server.address(),
                    portMonitor.limit().most(),
                    tls.map(renewed -> ", with the TLS " + renewed.words()).orElse("")));
  }

  /** Returns true if the gRPC port has answered a call within the last 8 seconds. */
  public boolean answers() {
    return portMonitor.answers();
  }

  private CallPipeline pipeline(CallAudit callAudit) {
    blockingCallThreads =
        new BlockingCallThreads(
            new ConnectionShares(poolSize, authorization.databaseConnections()).changers(),
            threads);
    StorageHealth storage = storageMonitor.health();
    return new CallPipeline(
        new Admission(admission, storage), authorization, callAudit, storage, blockingCallThreads);
  }

  private AddressLimit connectionsPerAddress() {
    return new AddressLimit(
        mostConnectionsPerAddress, AddressRange.list(trustedProxies.orElse("")));
  }

  private Optional<RenewedTls> tls() {
    try {
      return tlsSettings.read();
    } catch (ConfigException unusable) {
      LOG.severe(unusable.getMessage());
      throw new IllegalStateException(unusable.getMessage(), unusable);
    }
  }

  private void listen(InetSocketAddress configured) {
    try {
      server.start();
    } catch (IOException failure) {
      LOG.log(
          SEVERE,
          () ->
              "gRPC cannot listen on %s: %s. Free the port or set grpc.port, then start again"
                  .formatted(configured, failure.getMessage()));
      throw new IllegalStateException("gRPC cannot listen on " + configured, failure);
    }
  }

  private OptionalInt mostConnections() {
    return mostConnections.equals("auto")
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(mostConnections));
  }

  /** Leaves out the calls by which the server checks itself: they say nothing about clients. */
  private CallObserver exceptOwn(CallObserver observer) {
    return call -> {
      if (!portMonitor.isOwnConnection(call.peer())) {
        observer.ended(call);
      }
    };
  }

  @PreDestroy
  void stop() {
    LOG.info(
        () ->
            "gRPC stops: it accepts no new calls and waits up to %d s for the running ones"
                .formatted(STOP_TIMEOUT.toSeconds()));
    portMonitor.stop();
    server.stop(STOP_TIMEOUT);
    blockingCallThreads.close();
    rounds.forEach(round -> round.cancel(false));
    rejections.write();
  }
}
