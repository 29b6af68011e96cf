package calendar.api.grpc.tls;

import static java.util.logging.Level.SEVERE;

import calendar.config.ConfigException;
import io.netty.handler.ssl.SslContext;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * The TLS of a port, renewed from its files while the server runs. Open connections keep what they
 * began with; each new one uses the newest. Safe for use by several threads.
 */
public final class RenewedTls {
  private static final Logger LOG = Logger.getLogger(RenewedTls.class.getName());

  private final TlsFiles files;
  private volatile InUse inUse;
  private String problem = "";

  private record InUse(TlsIdentity identity, SslContext context) {}

  /**
   * Reads the files.
   *
   * @throws ConfigException if they cannot be used
   */
  public RenewedTls(TlsFiles files) {
    this.files = files;
    use(files.read());
  }

  /** For the next connection. */
  public SslContext context() {
    return inUse.context();
  }

  /** When the certificate ends that new connections get. */
  public Instant expiry() {
    return inUse.identity().certificate().expiry();
  }

  /** The certificate in use, for the log. */
  public String words() {
    return inUse.identity().certificate().words();
  }

  /**
   * Reads the files again and uses them from now on. If they cannot be used, what was used before
   * stays, and one line says so; files that are being replaced may fit only the next time. Never
   * throws.
   */
  public synchronized void renew() {
    try {
      TlsIdentity read = files.read();
      if (!read.equals(inUse.identity())) {
        use(read);
        LOG.info(() -> "gRPC uses renewed TLS files: " + words());
      }
      problem = "";
    } catch (ConfigException unusable) {
      report(unusable.getMessage());
    } catch (RuntimeException bug) {
      LOG.log(SEVERE, "Renewing grpc.tls failed; it is tried again in a few seconds", bug);
    }
  }

  private void use(TlsIdentity identity) {
    inUse = new InUse(identity, identity.context());
  }

  private void report(String found) {
    if (!found.equals(problem)) {
      problem = found;
      LOG.warning(() -> "%s. gRPC goes on with the %s".formatted(found, words()));
    }
  }
}
