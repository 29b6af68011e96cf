package calendar.tls;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The authorities that a connection of ours trusts: those of one PEM file, and no others. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /**
   * A context for connections that trust only the authorities in a file. It does not check the
   * server's name: its user must ask for that.
   *
   * @param name the key of the configuration that names the file
   * @throws ConfigException if the file cannot be used
   */
  public static SSLContext context(Key name, Path file) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (X509Certificate authority : PemFiles.certificates(name, file)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new ConfigException("%s: cannot be used: %s".formatted(name.path(), unusable));
    }
  }
}
