package calendar.certificate;

import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** The metric by which an operator learns in time that a certificate ends. */
public final class CertificateExpiry {
  private static final Metadata EXPIRY =
      Metadata.builder()
          .withName("calendar_tls_certificate_expiry_timestamp_seconds")
          .withDescription("When the certificate of a port ends, in seconds since 1970")
          .withUnit(MetricUnits.NONE)
          .build();

  private CertificateExpiry() {}

  /**
   * Registers the metric of one port.
   *
   * @param port its name, {@code grpc} or {@code http}
   * @param expiry the end of the certificate that new connections get
   */
  public static void register(MetricRegistry metrics, String port, Supplier<Instant> expiry) {
    metrics.gauge(EXPIRY, () -> expiry.get().getEpochSecond(), new Tag("port", port));
  }
}
