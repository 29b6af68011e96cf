package calendar.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.tls.CertificateFiles;
import calendar.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the launcher prepares and checks for the HTTP port's certificate and the metrics' token. */
class HttpsLaunchTest extends LauncherRun {
  private TestAuthority authority;

  @BeforeEach
  void name() throws IOException {
    freePorts();
    authority = new TestAuthority(folder, "ours");
    authority.issue("localhost", "tls");
    environment.put("WLP_OUTPUT_DIR", "out");
    environment.put("CALENDAR_HTTP_TLS_CERTIFICATE", "tls.pem");
    environment.put("CALENDAR_HTTP_TLS_KEY", "tls-key.pem");
  }

  @Test
  void storesCertificateForLiberty() throws IOException {
    assertThat(launch()).isEqualTo(Launcher.START);

    Path store = folder.resolve("out/https.p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("out/calendar_api.xml"))
        .content()
        .contains("<include location=\"${shared.config.dir}/https.xml\"/>")
        .contains("\"endpoint.plain_port\" defaultValue=\"-1\"")
        .contains("\"endpoint.secure_port\" defaultValue=\"${calendar.http.port}\"")
        .contains("\"calendar.https.key_store\" defaultValue=\"%s\"".formatted(store))
        .containsPattern("\"calendar.https.key_store_password\" defaultValue=\"[0-9a-f]{48}\"");
  }

  @Test
  void leavesPortInPlainTextWithoutCertificate() {
    environment.put("CALENDAR_HTTP_TLS_CERTIFICATE", "");
    environment.put("CALENDAR_HTTP_TLS_KEY", "");

    assertThat(launch()).isEqualTo(Launcher.START);

    assertThat(folder.resolve("out/https.p12")).doesNotExist();
    assertThat(folder.resolve("out/calendar_api.xml")).content().doesNotContain("https");
  }

  @Test
  void refusesKeyOfAnotherCertificate() {
    CertificateFiles other = authority.issue("localhost", "other");
    environment.put("CALENDAR_HTTP_TLS_KEY", other.key().toString());

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: http.tls.key: expected the key of the certificate in %s, found the key of another one in %s\n"
                .formatted(folder.resolve("tls.pem"), other.key()));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void refusesCertificateWithoutKey() {
    environment.put("CALENDAR_HTTP_TLS_KEY", "");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: http.tls.key: expected a file, because http.tls.certificate is set, found nothing\n");
  }

  @Test
  void refusesTokenFileThatIsNotThere() {
    environment.put("CALENDAR_METRICS_ACCESS", "token");
    environment.put("CALENDAR_METRICS_TOKEN_FILE", "token");

    assertThat(launch()).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "calendar_api: CALENDAR_METRICS_TOKEN_FILE: metrics.token_file: expected a file, found %s, which is none\n"
                .formatted(folder.resolve("token")));
  }
}
