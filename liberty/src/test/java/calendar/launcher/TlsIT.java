package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.launcher.Distribution.Ended;
import calendar.local.process.Ports;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
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

/** A calendar_api with TLS and a calendar_client, in one life of the server. */
class TlsIT {
  private static final Duration RENEWAL = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private RunningServer server;
  private String address;

  @BeforeEach
  void start() throws Exception {
    X509Bundle authority = writeAuthority("ca.pem");
    write(issue(authority));
    int httpPort = Ports.free();
    int grpcPort = Ports.free();
    address = "localhost:" + grpcPort;
    server =
        RunningServer.start(
            folder,
            httpPort,
            Map.of(
                "CALENDAR_HTTP_PORT", "" + httpPort,
                "CALENDAR_GRPC_PORT", "" + grpcPort,
                "CALENDAR_STORAGE", "memory",
                "CALENDAR_GRPC_TLS_CERTIFICATE", "tls.pem",
                "CALENDAR_GRPC_TLS_KEY", "key.pem"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itAnswersByTlsAndRenewsItsCertificate() throws Exception {
    assertThat(server.console()).contains("with the TLS certificate of CN=localhost, valid until");
    assertThat(day("--ca=ca.pem").status()).isZero();
    tellsBothSidesThatTlsIsMissing();
    goesOnWithFilesThatDoNotFit();
    usesRenewedFiles();
    assertThat(server.status("/health/ready")).isEqualTo(200);
  }

  private void tellsBothSidesThatTlsIsMissing() throws Exception {
    Ended plain = day();
    assertThat(plain.status()).isEqualTo(3);
    assertThat(plain.err())
        .isEqualTo(
            "Cannot reach %s: it needs TLS. Use --tls, or --ca with the file of its authority\n"
                .formatted(address));
    assertThat(server.console()).contains("spoke plain text to the gRPC port, which needs TLS");
  }

  private void goesOnWithFilesThatDoNotFit() throws Exception {
    String key = Files.readString(folder.resolve("key.pem"));
    Files.writeString(
        folder.resolve("key.pem"),
        new CertificateBuilder()
            .rsa2048()
            .subject("CN=x")
            .setIsCertificateAuthority(true)
            .buildSelfSigned()
            .getPrivateKeyPEM());
    awaitLine("found the key of another one in");
    assertThat(day("--ca=ca.pem").status()).isZero();
    Files.writeString(folder.resolve("key.pem"), key);
  }

  private void usesRenewedFiles() throws Exception {
    write(issue(writeAuthority("new-ca.pem")));
    awaitLine("gRPC uses renewed TLS files: certificate of CN=localhost");
    assertThat(day("--ca=new-ca.pem").status()).isZero();

    Ended old = day("--ca=ca.pem");
    assertThat(old.status()).isEqualTo(3);
    assertThat(old.err())
        .startsWith("Cannot reach " + address + ": TLS failed: ")
        .endsWith("--ca names the file of the authorities to trust\n");
  }

  private void awaitLine(String words) {
    await().atMost(RENEWAL).until(() -> server.console().contains(words));
  }

  private X509Bundle writeAuthority(String file) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=Authority of " + file)
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Files.writeString(folder.resolve(file), authority.getCertificatePEM());
    return authority;
  }

  private static X509Bundle issue(X509Bundle authority) throws Exception {
    return new CertificateBuilder()
        .rsa2048()
        .subject("CN=localhost")
        .addSanDnsName("localhost")
        .buildIssuedBy(authority);
  }

  private void write(X509Bundle certificate) throws IOException {
    Files.writeString(folder.resolve("tls.pem"), certificate.getCertificatePathPEM());
    Files.writeString(folder.resolve("key.pem"), certificate.getPrivateKeyPEM());
  }

  private Ended day(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Distribution.program("calendar_client").toString(),
                "day",
                "--owner=ann",
                "--address=" + address));
    command.addAll(Arrays.asList(options));
    return Distribution.run(folder, Map.of(), command.toArray(String[]::new));
  }
}
