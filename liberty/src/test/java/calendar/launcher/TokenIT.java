package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.launcher.Distribution.Ended;
import calendar.local.process.Ports;
import calendar.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar_api that knows its callers by tokens, and a calendar_client, in one life. */
class TokenIT {
  private static final Duration START = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private TestAuthority authority;
  private TokenIssuer issuer;
  private RunningServer server;
  private String address;

  @BeforeEach
  void start() throws Exception {
    authority = new TestAuthority(folder, "issuer");
    issuer = new TokenIssuer(authority.issue("localhost").read());
    int httpPort = Ports.free();
    int grpcPort = Ports.free();
    address = "localhost:" + grpcPort;
    server =
        RunningServer.begin(
            "calendar_api",
            folder,
            httpPort,
            Map.of(
                "CALENDAR_HTTP_PORT",
                "" + httpPort,
                "CALENDAR_GRPC_PORT",
                "" + grpcPort,
                "CALENDAR_STORAGE",
                "memory",
                "CALENDAR_AUTH_MODE",
                "jwt",
                "CALENDAR_AUTH_ISSUER",
                TokenIssuer.NAME,
                "CALENDAR_AUTH_AUDIENCE",
                TokenIssuer.AUDIENCE,
                "CALENDAR_AUTH_JWKS_URI",
                issuer.uri("/keys"),
                "CALENDAR_AUTH_CA",
                authority.ca().getFileName().toString()));
  }

  @AfterEach
  void stop() {
    server.close();
    issuer.close();
  }

  @Test
  void itKnowsItsCallersByTheirTokens() throws Exception {
    isNotReadyWithoutKeys();
    isReadyWithKeys();
    asksForAToken();
    showsTheOwnCalendarOnly();
    takesTokensForASecret();
    logsSubjectsAndNoTokens();
  }

  private void isNotReadyWithoutKeys() throws Exception {
    await()
        .atMost(START)
        .until(() -> server.console().contains("auth.jwks_uri: cannot fetch the issuer's keys"));
    await().atMost(START).until(() -> server.status("/health/live") == 200);
    await().atMost(START).until(() -> server.status("/health/ready") == 503);
    await().atMost(START).until(() -> server.console().contains("gRPC listens on"));
    Ended early = day("ann", "--token=" + issuer.token("ann"));
    assertThat(early.status()).isEqualTo(3);
    assertThat(early.err()).contains("tokens cannot be checked now");
  }

  private void isReadyWithKeys() {
    issuer.publish();
    await().atMost(Duration.ofMinutes(1)).until(() -> server.status("/health/ready") == 200);
  }

  private void asksForAToken() throws Exception {
    Ended anonymous = day("ann");
    assertThat(anonymous.status()).isEqualTo(1);
    assertThat(anonymous.err()).startsWith("Not signed in: a token is needed").hasLineCount(1);
  }

  private void showsTheOwnCalendarOnly() throws Exception {
    Files.writeString(folder.resolve("token"), issuer.token("ann") + "\n");
    assertThat(day("ann", "--token-file=token").status()).isZero();

    Ended stranger = day("bob", "--token-file=token");
    assertThat(stranger.status()).isEqualTo(1);
    assertThat(stranger.err()).startsWith("No access: ").hasLineCount(1);
  }

  private void takesTokensForASecret() throws Exception {
    Files.writeString(folder.resolve("secret"), "robot's\n");
    Files.writeString(
        folder.resolve("client.yaml"),
        "client: {auth: {token_url: '%s', ca: '%s', client_id: robot, client_secret_file: secret}}"
            .formatted(issuer.uri("/token"), authority.ca()));
    assertThat(day("robot", "--config=client.yaml").status()).isZero();
  }

  private void logsSubjectsAndNoTokens() throws IOException {
    String token = Files.readString(folder.resolve("token")).strip();
    assertThat(server.console())
        .contains(" subject=ann", " subject=robot", "ListDayEvents UNAUTHENTICATED")
        .doesNotContain(token.substring(0, 20), token.substring(token.length() - 20));
  }

  private Ended day(String owner, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Distribution.program("calendar_client").toString(),
                "day",
                "--owner=" + owner,
                "--address=" + address));
    command.addAll(Arrays.asList(options));
    return Distribution.run(folder, Map.of(), command.toArray(String[]::new));
  }
}
