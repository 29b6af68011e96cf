package calendar.client.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.client.TokenSource;
import calendar.config.Loopback;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/**
 * Gets tokens for a client's id and secret from an authorization server (RFC 6749, 4.4). Uses a
 * token until shortly before it expires. Follows no redirect, since that would pass on the secret.
 */
public final class ClientCredentials implements TokenSource {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 256 * 1024;
  private static final int OK = 200;

  private final URI url;
  private final String clientId;
  private final Path secretFile;
  private final Clock clock;
  private final HttpClient http;

  // Guarded by this.
  private String token;
  private Instant until = Instant.MIN;

  /** As below, and trusts there what Java trusts. */
  public ClientCredentials(String url, String clientId, Path secretFile, Clock clock) {
    this(url, clientId, secretFile, TrustedAuthorities.ofJava(), clock);
  }

  /**
   * @param url where tokens are given out
   * @param secretFile read whenever a token is needed; a line end after the secret does not count
   * @param trust which authorities to trust at the URL
   * @throws IllegalArgumentException if others could read the secret on its way to the URL
   */
  public ClientCredentials(
      String url, String clientId, Path secretFile, SSLContext trust, Clock clock) {
    if (!Loopback.orHttps(url)) {
      throw new IllegalArgumentException(
          "expected a URL that begins with https://, or http:// and a loopback address, found \"%s\""
              .formatted(url));
    }
    this.url = URI.create(url);
    this.clientId = clientId;
    this.secretFile = secretFile;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .sslContext(trust)
            .build();
  }

  @Override
  public synchronized String token() throws IOException {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      TokenAnswer answer = fetch();
      token = answer.token();
      Duration quarter = answer.lifetime().dividedBy(4);
      Duration margin = quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN;
      until = now.plus(answer.lifetime()).minus(margin);
    }
    return token;
  }

  private TokenAnswer fetch() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Authorization", "Basic " + login())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String json = new String(body.readNBytes(MOST_BYTES), UTF_8);
        if (answer.statusCode() != OK) {
          throw new IOException(
              "expected the answer 200, found %d%s"
                  .formatted(answer.statusCode(), TokenAnswer.error(json)));
        }
        return TokenAnswer.parse(json);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    } catch (IOException failed) {
      throw new IOException(
          "%s gave no token: %s".formatted(url, reason(failed)), failed.getCause());
    }
  }

  /** Id and secret are encoded twice (RFC 6749, 2.3.1). */
  private String login() throws IOException {
    String login = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret(), UTF_8);
    return Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  private String secret() throws IOException {
    String secret;
    try {
      secret = Files.readString(secretFile).replaceFirst("\\r?\\n\\z", "");
    } catch (IOException unreadable) {
      throw new IOException(
          "expected a readable file with the client's secret, found " + secretFile, unreadable);
    }
    if (secret.isEmpty()) {
      throw new IOException("expected the client's secret, found an empty file " + secretFile);
    }
    return secret;
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
