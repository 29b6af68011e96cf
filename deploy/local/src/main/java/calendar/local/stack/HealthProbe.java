package calendar.local.stack;

import calendar.config.Key;
import calendar.config.Settings;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks a server on this machine whether it is ready.
 *
 * @param http where its web server answers
 * @param certificate what the server shows, if it speaks HTTPS; its name may be one of the outside
 */
record HealthProbe(URI http, Optional<Path> certificate) {
  private static final int LIMIT_MILLIS = 5_000;

  static HealthProbe of(Settings settings) {
    return new HealthProbe(
        Addresses.http(settings),
        Optional.of(settings.text(Key.HTTP_TLS_CERTIFICATE))
            .filter(path -> !path.isEmpty())
            .map(Path::of));
  }

  boolean isReady() {
    try {
      URLConnection connection = http.resolve("/health/ready").toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MILLIS);
      connection.setReadTimeout(LIMIT_MILLIS);
      if (connection instanceof HttpsURLConnection https && certificate.isPresent()) {
        https.setSSLSocketFactory(
            TrustedAuthorities.context(Key.HTTP_TLS_CERTIFICATE, certificate.get())
                .getSocketFactory());
        https.setHostnameVerifier((host, session) -> true);
      }
      // It fails on a status of an error.
      connection.getInputStream().close();
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
