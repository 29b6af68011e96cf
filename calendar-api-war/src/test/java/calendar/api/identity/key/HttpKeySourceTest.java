package calendar.api.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.api.identity.KeyServer;
import calendar.api.identity.TestIssuer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpKeySourceTest {
  private static final Duration TIMEOUT = Duration.ofMillis(700);

  private final TestIssuer issuer = new TestIssuer(Clock.systemUTC(), "k1");
  private final KeyServer server = new KeyServer(issuer.jwks());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpKeySource source =
      new HttpKeySource(server.uri(), Optional.empty(), TIMEOUT, threads);

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void fetchesKeys() throws IOException {
    IssuerKeys keys = source.fetch();

    assertThat(keys.count()).isEqualTo(3);
    assertThat(keys.find(SignatureAlgorithm.RS256, Optional.of("k1-rsa"))).isPresent();
    assertThat(keys.find(SignatureAlgorithm.ES256, Optional.of("k1-rsa"))).isEmpty();
  }

  @Test
  void refusesLongAnswers() {
    server.publish(" ".repeat(HttpKeySource.MOST_BYTES) + issuer.jwks());

    assertThatThrownBy(source::fetch).hasMessageContaining("expected up to 262144 bytes");
  }

  @Test
  void followsNoRedirect() {
    KeyServer other = new KeyServer(issuer.jwks());
    try (other) {
      server.redirectTo(other.uri().toString());

      assertThatThrownBy(source::fetch).hasMessage("expected the answer 200, found 302");
    }
    assertThat(other.fetches()).isZero();
  }

  @Test
  void doesNotWaitForSlowAnswers() {
    server.delay(30_000);

    assertThatThrownBy(source::fetch).hasMessage("no answer within 700 ms");
  }

  @Test
  void saysWhatIsWrong() {
    server.publish("{\"keys\":[]}");
    assertThatThrownBy(source::fetch).hasMessageContaining("found none");
    server.publish("<html>");
    assertThatThrownBy(source::fetch).hasMessage("expected a JWK set, found something else");
    server.answerWith(503);
    assertThatThrownBy(source::fetch).hasMessage("expected the answer 200, found 503");
    server.close();
    assertThatThrownBy(source::fetch).isInstanceOf(IOException.class).hasMessageNotContaining("\n");
  }
}
