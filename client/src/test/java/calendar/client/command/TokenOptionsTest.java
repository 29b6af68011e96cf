package calendar.client.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ScriptedCalendar;
import calendar.v1.GetEventResponse;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the client's token comes from, and where it goes. */
class TokenOptionsTest extends ProgramTestBase {
  private static final String SECRET = "s3cr:t +&";

  @TempDir private Path folder;

  private final List<String> logins = new CopyOnWriteArrayList<>();
  private HttpServer issuer;
  private int issuerStatus = 200;
  private String issuerAnswer =
      "{\"access_token\":\"from.the.issuer\",\"token_type\":\"bearer\",\"expires_in\":300}";

  @BeforeEach
  void startIssuer() throws IOException {
    answer(request -> GetEventResponse.getDefaultInstance());
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext("/token", this::giveToken);
    issuer.start();
  }

  @AfterEach
  void stopIssuer() {
    issuer.stop(0);
  }

  private void giveToken(HttpExchange call) throws IOException {
    logins.add(
        call.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(call.getRequestBody().readAllBytes(), UTF_8));
    byte[] answer = issuerAnswer.getBytes(UTF_8);
    call.sendResponseHeaders(issuerStatus, answer.length);
    call.getResponseBody().write(answer);
    call.close();
  }

  private int get(String... options) {
    List<String> arguments = new ArrayList<>(List.of("get", "x", "--owner=anna"));
    arguments.addAll(Arrays.asList(options));
    return run(arguments.toArray(String[]::new));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String issuerConfig() throws IOException {
    return "client: {auth: {token_url: 'http://127.0.0.1:%d/token', client_id: 'my id', client_secret_file: '%s'}}"
        .formatted(issuer.getAddress().getPort(), file("secret", SECRET + "\n"));
  }

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

  @Test
  void getsATokenForItsSecret() throws IOException {
    Path config = file("client.yaml", issuerConfig());

    assertThat(get("--config=" + config)).isZero();

    assertThat(server.authorizations()).containsExactly("Bearer from.the.issuer");
    assertThat(logins)
        .containsExactly(
            "Basic "
                + Base64.getEncoder().encodeToString("my+id:s3cr%3At+%2B%26".getBytes(UTF_8))
                + " grant_type=client_credentials");
  }

  @Test
  void trustsItsAuthoritiesAtTheIssuer() throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=ours")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    X509Bundle certificate =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=localhost")
            .addSanDnsName("localhost")
            .buildIssuedBy(authority);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    secure.createContext("/token", this::giveToken);
    secure.start();
    String config =
        "client: {auth: {token_url: 'https://localhost:%d/token', client_id: me, client_secret_file: '%s'%s}}";
    try {
      int port = secure.getAddress().getPort();
      Path secret = file("secret", SECRET);
      Path ca = file("ca.pem", authority.getCertificatePEM());
      Path trusting = file("trusting.yaml", config.formatted(port, secret, ", ca: '" + ca + "'"));
      Path strange = file("strange.yaml", config.formatted(port, secret, ""));
      Path broken = file("broken.yaml", config.formatted(port, secret, ", ca: '" + secret + "'"));

      assertThat(get("--config=" + trusting)).isZero();
      assertThat(get("--config=" + strange)).isEqualTo(2);
      assertThat(get("--config=" + broken)).isEqualTo(2);

      assertThat(server.authorizations()).containsExactly("Bearer from.the.issuer");
      assertThat(logins).hasSize(1);
      assertThat(err())
          .contains("gave no token: PKIX path building failed")
          .contains("client.auth.ca: expected certificates in PEM, found " + secret)
          .hasLineCount(2);
    } finally {
      secure.stop(0);
    }
  }

  @Test
  void saysWhyThereIsNoToken() throws IOException {
    Path config = file("client.yaml", issuerConfig());
    issuerStatus = 401;
    issuerAnswer = "{\"error\":\"invalid_client\",\"error_description\":\"s3cr:t\"}";
    assertThat(get("--config=" + config)).isEqualTo(2);
    issuerStatus = 200;
    issuerAnswer = "<html>";
    assertThat(get("--config=" + config)).isEqualTo(2);
    Files.delete(folder.resolve("secret"));
    assertThat(get("--config=" + config)).isEqualTo(2);

    assertThat(err())
        .contains("client.auth.token_url: http://127.0.0.1:")
        .contains("gave no token: expected the answer 200, found 401 (invalid_client)")
        .contains("gave no token: expected JSON, found something else")
        .contains("expected a readable file with the client's secret, found " + folder)
        .doesNotContain("s3cr")
        .hasLineCount(3);
    assertThat(server.requests()).isEmpty();
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
