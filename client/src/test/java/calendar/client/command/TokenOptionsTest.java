package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ScriptedCalendar;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the client's token comes from, and where it goes. */
class TokenOptionsTest extends TokenTestBase {
  @Test
  void sendsNoTokenByDefault() {
    assertThat(get()).isZero();

    assertThat(server.authorizations()).isEmpty();
  }

  @Test
  void optionsWinOverVariableAndConfiguration() throws IOException {
    String config =
        "--config="
            + file(
                "client.yaml",
                "client: {auth: {token_file: '%s'}}"
                    .formatted(file("configured", "from.the.configuration\n")));
    assertThat(get(config)).isZero();
    environment.put("CALENDAR_TOKEN", "from.the.variable");
    assertThat(get(config)).isZero();
    assertThat(get(config, "--token-file=" + file("token", "from.a.file\n"))).isZero();
    assertThat(get(config, "--token=from.an.option")).isZero();

    assertThat(server.authorizations())
        .containsExactly(
            "Bearer from.the.configuration",
            "Bearer from.the.variable",
            "Bearer from.a.file",
            "Bearer from.an.option");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/token",
        "file:///etc/passwd",
        "http://no-such-host.invalid/token"
      })
  void keepsTheSecretOffTheNetwork(String url) throws IOException {
    Path config =
        file(
            "client.yaml",
            "client: {auth: {token_url: '%s', client_id: me, client_secret_file: '%s'}}"
                .formatted(url, file("secret", SECRET)));

    assertThat(get("--config=" + config)).isEqualTo(2);

    assertThat(err()).contains("client.auth.token_url: expected a URL that begins with https://");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Path config = file("client.yaml", "client: {auth: {token_url: 'https://x.example/t'}}");
    assertThat(get("--config=" + config)).isEqualTo(2);
    assertThat(get("--token=a", "--token-file=b")).isEqualTo(2);
    assertThat(get("--token-file=" + folder.resolve("none"))).isEqualTo(2);

    assertThat(err())
        .contains("client.auth.client_id: expected a value, because client.auth.token_url is set")
        .contains("--token and --token-file: expected one of them, found both")
        .contains("--token-file: expected a readable file with a token, found " + folder);
  }

  @Test
  void showsNoMalformedToken() {
    assertThat(get("--token=se cret")).isEqualTo(2);
    environment.put("CALENDAR_TOKEN", "Bearer se.cr.et");
    assertThat(get()).isEqualTo(2);

    assertThat(err())
        .contains("--token: expected a token, found another text")
        .contains("CALENDAR_TOKEN: expected a token, found another text")
        .doesNotContain("se cret", "se.cr.et");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void sendsNoTokenInPlainTextToOthers() {
    assertThat(get("--token=a.b.c", "--address=192.0.2.1:8888")).isEqualTo(2);

    assertThat(err())
        .contains(
            "--token: not sent in plain text to 192.0.2.1:8888, where others could read it on the"
                + " way: use --tls, or --allow-plaintext-token if you trust the network")
        .doesNotContain("a.b.c");
  }

  @Test
  void sendsItInPlainTextOnRequest() {
    assertThat(
            get(
                "--token=a.b.c",
                "--address=192.0.2.1:8888",
                "--allow-plaintext-token",
                "--timeout=1s"))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--tokn=s3cret", "-Xs3cret", "--tokn s3cret"})
  void keepsValuesOfMistypedOptions(String mistyped) {
    List<String> command = new ArrayList<>(List.of("day", "--owner=ann"));
    command.addAll(Arrays.asList(mistyped.split(" ")));

    assertThat(run(command.toArray(String[]::new))).isEqualTo(2);

    assertThat(err()).contains("Unknown option: -").doesNotContain("s3cret").hasLineCount(1);
  }

  @Test
  void saysHowToSignIn() {
    refuse(ScriptedCalendar.error(Code.UNAUTHENTICATED, "UNAUTHENTICATED", Map.of()));

    assertThat(get()).isEqualTo(1);

    assertThat(err())
        .isEqualTo(
            "Not signed in: the message of UNAUTHENTICATED. --token-file names a file with your"
                + " token\n");
  }

  @Test
  void saysWhenToCallAgain() {
    refuse(
        ScriptedCalendar.error(
            Code.RESOURCE_EXHAUSTED,
            "RATE_LIMITED",
            Map.of(),
            RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setNanos(500_000_000))
                .build()));

    assertThat(get()).isEqualTo(1);

    assertThat(err())
        .isEqualTo(
            "Too many calls: %s permits you fewer; try again in 1 s\n".formatted(server.address()));
  }
}
