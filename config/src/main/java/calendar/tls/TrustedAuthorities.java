package calendar.tls;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The authorities that a connection of ours trusts: those of one PEM file, or those of Java. */
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
    return context(name, PemFiles.certificates(name, file));
  }

  /**
   * A context for connections that trust only these authorities. It does not check the server's
   * name.
   *
   * @param name the key of the configuration that names their file
   * @throws ConfigException if they cannot be used
   */
  public static SSLContext context(Key name, List<X509Certificate> authorities) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (X509Certificate authority : authorities) {
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

  /**
   * A context for connections that trust what Java trusts. It is a new one: a server may have made
   * a context with its own authorities the default of the whole process.
   */
  public static SSLContext ofJava() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
