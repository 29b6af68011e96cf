package calendar.bench.steady;

import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks by HTTPS whether the API is ready, on connections that stay or on new ones. Safe for use by
 * several threads.
 */
final class HttpsCalls {
  private static final String PATH = "health/ready";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final URI ready;
  private final Path authority;
  private final HttpClient kept;

  HttpsCalls(URI server, Path authority) {
    this.ready = server.resolve(PATH);
    this.authority = authority;
    this.kept =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(TrustedAuthorities.context(Key.CLIENT_TLS_CA, authority))
            .build();
  }

  /**
   * Makes a call on a connection that stays.
   *
   * @param ended receives the failure, if there was one
   */
  void onKeptConnection(Consumer<Optional<String>> ended) {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(LIMIT).build();
    kept.sendAsync(request, BodyHandlers.discarding())
        .whenComplete(
            (answer, failure) ->
                ended.accept(
                    failure == null
                        ? unexpected(answer.statusCode())
                        : Optional.of("HTTPS: " + failure)));
  }

  /**
   * Makes a call on a new connection, with a whole handshake. Blocks.
   *
   * @return the failure, if there was one
   */
  Optional<String> onNewConnection() {
    try {
      HttpsURLConnection connection = (HttpsURLConnection) ready.toURL().openConnection();
      // A context of its own, so that it resumes no session of another connection.
      connection.setSSLSocketFactory(
          TrustedAuthorities.context(Key.CLIENT_TLS_CA, authority).getSocketFactory());
      connection.setRequestProperty("Connection", "close");
      connection.setConnectTimeout((int) LIMIT.toMillis());
      connection.setReadTimeout((int) LIMIT.toMillis());
      int status = connection.getResponseCode();
      if (status == OK) {
        try (InputStream body = connection.getInputStream()) {
          body.readAllBytes();
        }
      }
      return unexpected(status);
    } catch (IOException failure) {
      return Optional.of("HTTPS on a new connection: " + failure);
    }
  }

  private static Optional<String> unexpected(int status) {
    return status == OK ? Optional.empty() : Optional.of("HTTPS: status " + status);
  }
}
