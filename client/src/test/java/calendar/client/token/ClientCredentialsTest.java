package calendar.client.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCredentialsTest {
  @TempDir private Path folder;

  private final AtomicInteger given = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private String lifetime = ",\"expires_in\":300";
  private HttpServer issuer;
  private ClientCredentials source;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/",
        call -> {
          byte[] answer =
              "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\"%s}"
                  .formatted(given.incrementAndGet(), lifetime)
                  .getBytes(UTF_8);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    issuer.start();
    source =
        new ClientCredentials(
            "http://127.0.0.1:%d/token".formatted(issuer.getAddress().getPort()),
            "me",
            Files.writeString(folder.resolve("secret"), "secret"),
            new TestClock());
  }

  @AfterEach
  void stop() {
    issuer.stop(0);
  }

  private final class TestClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always in UTC");
    }
  }

  @Test
  void usesATokenUntilShortlyBeforeItsEnd() throws IOException {
    assertThat(source.token()).isEqualTo("t1");
    now = now.plus(Duration.ofSeconds(269));
    assertThat(source.token()).isEqualTo("t1");
    now = now.plus(Duration.ofSeconds(1));
    assertThat(source.token()).isEqualTo("t2");
  }

  @Test
  void usesShortTokensForMostOfTheirLife() throws IOException {
    lifetime = ",\"expires_in\":40";
    assertThat(source.token()).isEqualTo("t1");
    now = now.plus(Duration.ofSeconds(29));
    assertThat(source.token()).isEqualTo("t1");
    now = now.plus(Duration.ofSeconds(1));
    assertThat(source.token()).isEqualTo("t2");
  }

  @Test
  void doesNotKeepTokensWithoutLifetimeForLong() throws IOException {
    lifetime = "";
    assertThat(source.token()).isEqualTo("t1");
    now = now.plus(Duration.ofSeconds(60));
    assertThat(source.token()).isEqualTo("t2");
  }
}
