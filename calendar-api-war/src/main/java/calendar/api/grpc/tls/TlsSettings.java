package calendar.api.grpc.tls;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the configuration says of the gRPC port's TLS. */
@Dependent
public class TlsSettings {
  @Inject
  @ConfigProperty(name = "calendar.grpc.tls.certificate")
  private Optional<String> certificate;

  @Inject
  @ConfigProperty(name = "calendar.grpc.tls.key")
  private Optional<String> key;

  @Inject
  @ConfigProperty(name = "calendar.grpc.tls.client_ca")
  private Optional<String> clientCa;

  /**
   * The port's TLS. Empty if it has none.
   *
   * @throws calendar.config.ConfigException if the files cannot be used
   */
  public Optional<RenewedTls> read() {
    Optional<TlsFiles> files = TlsFiles.of(certificate, key, clientCa);
    return files.isEmpty() ? Optional.empty() : Optional.of(new RenewedTls(files.get()));
  }
}
