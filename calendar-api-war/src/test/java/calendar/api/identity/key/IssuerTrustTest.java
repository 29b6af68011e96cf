package calendar.api.identity.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.api.identity.TestIssuer;
import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which authorities are trusted at the issuer: those of {@code auth.ca}, or those of Java. */
class IssuerTrustTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private X509Bundle authority;
  private Path authorities;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    authority = authority("ours");
    authorities = folder.resolve("ca.pem");
    Files.writeString(authorities, authority.getCertificatePEM());
    serve("localhost");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static X509Bundle authority(String name) throws Exception {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=" + name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  /** Publishes keys, with a certificate for a host name. */
  private void serve(String host) throws Exception {
    X509Bundle certificate =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=" + host)
            .addSanDnsName(host)
            .buildIssuedBy(authority);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
    byte[] keys = new TestIssuer(Clock.systemUTC(), "k1").jwks().getBytes(UTF_8);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext(
        "/keys",
        call -> {
          call.sendResponseHeaders(200, keys.length);
          call.getResponseBody().write(keys);
          call.close();
        });
    server.start();
  }

  private HttpKeySource source(Optional<Path> trusted) {
    URI keys = URI.create("https://localhost:%d/keys".formatted(server.getAddress().getPort()));
    return new HttpKeySource(keys, trusted, TIMEOUT, threads);
  }

  @Test
  void trustsItsAuthorities() throws IOException {
    assertThat(source(Optional.of(authorities)).fetch().count()).isEqualTo(3);
  }

  @Test
  void trustsNoOtherAuthority() throws Exception {
    Files.writeString(authorities, authority("others").getCertificatePEM());

    assertThatThrownBy(source(Optional.of(authorities))::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PKIX")
        .hasMessageEndingWith(" (auth.ca)");
  }

  @Test
  void verifiesTheHostName() throws Exception {
    server.stop(0);
    serve("elsewhere.example");

    assertThatThrownBy(source(Optional.of(authorities))::fetch)
        .hasMessageContaining("localhost")
        .hasMessageEndingWith(" (auth.ca)");
  }

  @Test
  void usesRenewedAuthorities() throws Exception {
    HttpKeySource source = source(Optional.of(authorities));
    Files.writeString(authorities, authority("others").getCertificatePEM());
    assertThatThrownBy(source::fetch).hasMessageContaining("PKIX");

    Files.writeString(authorities, authority.getCertificatePEM());

    assertThat(source.fetch().count()).isEqualTo(3);
  }

  @Test
  void asksAgainWithTheSameClient() {
    IssuerClient client = new IssuerClient(Optional.of(authorities), threads);

    assertThat(client.get()).isSameAs(client.get());
  }

  @Test
  void namesAFileWithoutCertificates() throws IOException {
    Files.writeString(authorities, "none");

    assertThatThrownBy(source(Optional.of(authorities))::fetch)
        .hasMessage("auth.ca: expected certificates in PEM, found " + authorities);
  }

  /** A server such as Liberty may change the default context of the process. */
  @Test
  void trustsWhatJavaTrustsWithoutAFile() throws Exception {
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(TrustedAuthorities.context(Key.AUTH_CA, authorities));
    try {
      assertThatThrownBy(source(Optional.empty())::fetch).hasMessageContaining("PKIX");
    } finally {
      SSLContext.setDefault(before);
    }
  }
}
