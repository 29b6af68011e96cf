package calendar.client.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token that the client gets for its secret. */
class IssuedTokenTest extends TokenTestBase {
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private HttpServer issuer;
  private int issuerStatus = 200;
  private String issuerAnswer =
      "{\"access_token\":\"from.the.issuer\",\"token_type\":\"bearer\",\"expires_in\":300}";

  @BeforeEach
  void startIssuer() throws IOException {
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

  private String issuerConfig() throws IOException {
    return "client: {auth: {token_url: 'http://127.0.0.1:%d/token', client_id: 'my id', client_secret_file: '%s'}}"
        .formatted(issuer.getAddress().getPort(), file("secret", SECRET + "\n"));
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
}
