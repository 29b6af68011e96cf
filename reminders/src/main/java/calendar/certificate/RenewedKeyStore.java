package calendar.certificate;

import static java.util.logging.Level.SEVERE;

import calendar.config.ConfigException;
import calendar.tls.CertificateFiles;
import calendar.tls.ServerCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * The certificate of the HTTP port, written again for Liberty when its PEM files have changed.
 * Liberty uses the new file for new connections; open ones go on. Safe for use by several threads.
 */
final class RenewedKeyStore {
  private static final Logger LOG = Logger.getLogger(RenewedKeyStore.class.getName());

  private final CertificateFiles files;
  private final Path keyStore;
  private final String password;
  private volatile ServerCertificate inUse;
  private String problem = "";

  /**
   * @param keyStore the file that Liberty reads
   * @throws IOException if it cannot be read
   */
  RenewedKeyStore(CertificateFiles files, Path keyStore, String password) throws IOException {
    this.files = files;
    this.keyStore = keyStore;
    this.password = password;
    this.inUse = ServerCertificate.load(keyStore, password);
  }

  /** When the certificate ends that new connections get. */
  Instant expiry() {
    return inUse.expiry();
  }

  /** The certificate in use, for the log. */
  String words() {
    return inUse.words();
  }

  /**
   * Reads the PEM files again. If they cannot be used, what was used before stays, and one line
   * says so; files that are being replaced may fit only the next time. Never throws.
   */
  synchronized void renew() {
    try {
      ServerCertificate read = files.read();
      if (!read.equals(inUse)) {
        read.store(keyStore, password);
        inUse = read;
        LOG.info(() -> "HTTP uses renewed TLS files: " + words());
      }
      problem = "";
    } catch (ConfigException unusable) {
      report(unusable.getMessage());
    } catch (IOException unwritable) {
      report("%s cannot be written: %s".formatted(keyStore, unwritable));
    } catch (RuntimeException bug) {
      LOG.log(SEVERE, "Renewing http.tls failed; it is tried again in a few seconds", bug);
    }
  }

  private void report(String found) {
    if (!found.equals(problem)) {
      problem = found;
      LOG.warning(() -> "%s. HTTP goes on with the %s".formatted(found, words()));
    }
  }
}
