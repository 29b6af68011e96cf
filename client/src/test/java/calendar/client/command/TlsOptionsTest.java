package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ScriptedCalendar;
import calendar.v1.GetEventResponse;
import io.grpc.TlsServerCredentials;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections with TLS, and what the client says when the two sides do not agree about it. */
class TlsOptionsTest extends ProgramTestBase {
  @TempDir private Path folder;

  private ScriptedCalendar secure;
  private Path ca;
  private Path certificate;
  private Path key;

  @BeforeEach
  void startWithTls() throws Exception {
    X509Bundle authority = authority("Ours");
    ca = Files.writeString(folder.resolve("ca.pem"), authority.getCertificatePEM());
    X509Bundle ours = issue("127.0.0.1", authority);
    certificate = Files.writeString(folder.resolve("tls.pem"), ours.getCertificatePathPEM());
    key = Files.writeString(folder.resolve("key.pem"), ours.getPrivateKeyPEM());
    secure = start(TlsServerCredentials.ClientAuth.NONE);
    answer(request -> GetEventResponse.getDefaultInstance());
  }

  private ScriptedCalendar start(TlsServerCredentials.ClientAuth clients) throws Exception {
    return new ScriptedCalendar(
        TlsServerCredentials.newBuilder()
            .keyManager(certificate.toFile(), key.toFile())
            .trustManager(ca.toFile())
            .clientAuth(clients)
            .build(),
        request -> GetEventResponse.getDefaultInstance());
  }

  private static X509Bundle authority(String name) throws Exception {
    return new CertificateBuilder()
        .ecp256()
        .subject("CN=" + name)
        .setIsCertificateAuthority(true)
        .buildSelfSigned();
  }

  private static X509Bundle issue(String host, X509Bundle authority) throws Exception {
    CertificateBuilder certificate = new CertificateBuilder().ecp256().subject("CN=" + host);
    return (host.endsWith(".1")
            ? certificate.addSanIpAddress(host)
            : certificate.addSanDnsName(host))
        .buildIssuedBy(authority);
  }

  @AfterEach
  void stopWithTls() {
    secure.close();
  }

  @Test
  void connectsByTls() {
    assertThat(get("--ca=" + ca)).isZero();
    assertThat(get("--tls", "--ca=" + ca)).isZero();
  }

  @Test
  void readsTlsFromTheConfiguration() throws Exception {
    Path config =
        Files.writeString(folder.resolve("client.yaml"), "client: {tls: {ca: %s}}".formatted(ca));

    assertThat(get("--config=" + config)).isZero();

    environment.put("CALENDAR_CLIENT_TLS_CA", ca.toString());
    assertThat(get()).isZero();
  }

  @Test
  void showsItsCertificate() throws Exception {
    secure.close();
    secure = start(TlsServerCredentials.ClientAuth.REQUIRE);

    assertThat(get("--ca=" + ca, "--cert=" + certificate, "--key=" + key)).isZero();
    assertThat(get("--ca=" + ca)).isEqualTo(3);
    assertThat(err()).startsWith("Cannot reach " + secure.address() + ": ").hasLineCount(1);
  }

  @Test
  void trustsNoOtherAuthority() throws Exception {
    Path other =
        Files.writeString(folder.resolve("other.pem"), authority("Theirs").getCertificatePEM());

    assertThat(get("--ca=" + other)).isEqualTo(3);
    assertThat(get("--tls")).isEqualTo(3);

    assertThat(err().lines())
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("Cannot reach " + secure.address() + ": TLS failed: ")
                    .endsWith(". --ca names the file of the authorities to trust"));
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws Exception {
    X509Bundle authority = authority("Ours");
    Files.writeString(ca, authority.getCertificatePEM());
    X509Bundle elsewhere = issue("elsewhere.example", authority);
    Files.writeString(certificate, elsewhere.getCertificatePathPEM());
    Files.writeString(key, elsewhere.getPrivateKeyPEM());
    secure.close();
    secure = start(TlsServerCredentials.ClientAuth.NONE);

    assertThat(get("--ca=" + ca)).isEqualTo(3);

    assertThat(err()).contains("TLS failed: ", "127.0.0.1").hasLineCount(1);
  }

  /** Ours says that it needs TLS; other servers only close the connection. */
  @Test
  void saysThatTheServerMayNeedTls() {
    assertThat(get()).isEqualTo(3);

    assertThat(err())
        .isEqualTo(
            "Cannot reach %s: it closed the connection. If it needs TLS, use --tls, or --ca with the file of its authority\n"
                .formatted(secure.address()));
  }

  @Test
  void saysThatTheServerHasNoTls() {
    assertThat(run("get", "x", "--owner=a", "--ca=" + ca)).isEqualTo(3);

    assertThat(err())
        .isEqualTo(
            "Cannot reach %s: it speaks no TLS. Leave out --tls, --ca and --cert\n"
                .formatted(server.address()));
  }

  @Test
  void namesFilesThatItCannotUse() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no certificate");

    assertThat(get("--ca=" + folder.resolve("none"))).isEqualTo(2);
    assertThat(get("--ca=" + text)).isEqualTo(2);
    assertThat(get("--cert=" + certificate)).isEqualTo(2);

    String end = " (see calendar_client get --help)";
    assertThat(err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "calendar_client get: --ca: expected a readable file, found "
                            + folder.resolve("none")
                            + end),
            line ->
                assertThat(line)
                    .startsWith(
                        "calendar_client get: --ca, --cert, --key: expected certificates and a key"
                            + " in PEM: "),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "calendar_client get: --cert and --key: expected both files or none, found"
                            + " one"
                            + end));
  }

  private int get(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("get", "x", "--owner=a", "--address=" + secure.address()));
    arguments.addAll(Arrays.asList(options));
    return run(arguments.toArray(String[]::new));
  }
}
