package calendar.certificate;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.tls.CertificateFiles;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Renews the certificate of the HTTP port while the program runs, if it has one. */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class HttpsCertificate {
  private static final Logger LOG = Logger.getLogger(HttpsCertificate.class.getName());
  private static final long PERIOD_SECONDS = 10;

  @Inject
  @ConfigProperty(name = "calendar.http.tls.certificate")
  private Optional<String> certificate;

  @Inject
  @ConfigProperty(name = "calendar.http.tls.key")
  private Optional<String> key;

  @Inject
  @ConfigProperty(name = "calendar.https.key_store")
  private Optional<String> keyStore;

  @Inject
  @ConfigProperty(name = "calendar.https.key_store_password")
  private Optional<String> password;

  @Inject private MetricRegistry metrics;
  @Resource private ManagedScheduledExecutorService scheduler;

  private Optional<Future<?>> rounds = Optional.empty();

  /** Begins the rounds. Without the launcher's key store, the port speaks plain text. */
  @PostConstruct
  void start() {
    if (keyStore.isEmpty() || certificate.isEmpty()) {
      return;
    }
    RenewedKeyStore renewed = read(Path.of(keyStore.get()));
    CertificateExpiry.register(metrics, "http", renewed::expiry);
    rounds =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                renewed::renew, PERIOD_SECONDS, PERIOD_SECONDS, SECONDS));
    LOG.info(() -> "HTTP speaks TLS only, with the " + renewed.words());
  }

  private RenewedKeyStore read(Path store) {
    try {
      return new RenewedKeyStore(
          new CertificateFiles(Path.of(certificate.orElseThrow()), Path.of(key.orElseThrow())),
          store,
          password.orElseThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @PreDestroy
  void stop() {
    rounds.ifPresent(round -> round.cancel(false));
  }
}
