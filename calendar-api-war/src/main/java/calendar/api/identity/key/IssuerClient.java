package calendar.api.identity.key;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.tls.PemFiles;
import calendar.tls.TrustedAuthorities;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/**
 * The HTTP client that talks to the issuer, and knows which authorities to trust there. Safe for
 * use by several threads.
 */
final class IssuerClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final Optional<Path> authorities;
  private final Executor threads;

  // Guarded by this.
  private HttpClient client;
  private List<X509Certificate> trusted = List.of();

  /**
   * @param authorities a PEM file; if empty, what Java trusts is trusted
   */
  IssuerClient(Optional<Path> authorities, Executor threads) {
    this.authorities = authorities;
    this.threads = threads;
  }

  /**
   * The client for the next request. Reads the file of the authorities, which may have been
   * renewed: then, and only then, it is a new client, because each has threads and descriptors.
   *
   * @throws ConfigException if the file cannot be used
   */
  synchronized HttpClient get() {
    if (authorities.isEmpty()) {
      if (client == null) {
        client = connectingBy(TrustedAuthorities.ofJava());
      }
      return client;
    }
    List<X509Certificate> present = PemFiles.certificates(Key.AUTH_CA, authorities.get());
    if (!present.equals(trusted)) {
      client = connectingBy(TrustedAuthorities.context(Key.AUTH_CA, present));
      trusted = present;
    }
    return client;
  }

  private HttpClient connectingBy(SSLContext context) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .sslContext(context)
        .executor(threads)
        .build();
  }
}
