package calendar.bdd.entrance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens of an issuer that runs elsewhere, for one service account with the admin scope (RFC 6749,
 * 4.4). All callers are this account, so the calendar refuses nothing: scenarios about refusals
 * need {@link OwnIssuer}.
 */
final class AdminTokens implements Tokens {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI url;
  private final String clientId;
  private final String secret;
  private final Clock clock;

  // Guarded by this.
  private String token;
  private Instant until = Instant.MIN;

  AdminTokens(HttpClient http, URI url, String clientId, String secret, Clock clock) {
    this.http = http;
    this.url = url;
    this.clientId = clientId;
    this.secret = secret;
    this.clock = clock;
  }

  /** The same token for all subjects, until three quarters of its life are over. */
  @Override
  public synchronized Optional<String> of(String subject) {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      JsonObject answer = fetch();
      token = answer.get("access_token").getAsString();
      until = now.plusSeconds(answer.get("expires_in").getAsLong() * 3 / 4);
    }
    return Optional.of(token);
  }

  private JsonObject fetch() {
    String login = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(UTF_8));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s gave no token: expected the answer 200, found %d"
                .formatted(url, answer.statusCode()));
      }
      return JsonParser.parseString(answer.body()).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(url + " gave no token", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
