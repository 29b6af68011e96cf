package calendar.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {
  @TempDir private Path folder;

  private TestAuthority authority;
  private CertificateFiles files;

  @BeforeEach
  void issue() {
    authority = new TestAuthority(folder, "ours");
    files = authority.issue("localhost");
  }

  @Test
  void readsCertificateAndKey() {
    assertThat(files.read()).isEqualTo(files.read());
    assertThat(files.read().words()).startsWith("certificate of CN=localhost, valid until 20");
  }

  @Test
  void storesForItsOwnerOnly() throws IOException {
    Path store = folder.resolve("https.p12");

    files.read().store(store, "secret");

    assertThat(ServerCertificate.load(store, "secret")).isEqualTo(files.read());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> ServerCertificate.load(store, "another"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesKeyOfAnotherCertificate() {
    CertificateFiles other = authority.issue("localhost", "other");
    CertificateFiles mixed = new CertificateFiles(files.certificate(), other.key());

    assertThatThrownBy(mixed::read)
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "http.tls.key: expected the key of the certificate in %s, found the key of another one in %s",
            files.certificate(), other.key());
  }

  @Test
  void refusesMissingFile() throws IOException {
    Files.delete(files.certificate());

    assertThatThrownBy(files::read)
        .hasMessage(
            "http.tls.certificate: expected a file, found %s, which does not exist",
            files.certificate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"
      })
  void refusesOtherKeysWithoutQuotingThem(String text) throws IOException {
    Files.writeString(files.key(), text);

    assertThatThrownBy(files::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("http.tls.key: expected a private key in PKCS#8")
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void refusesFileWithoutCertificate() throws IOException {
    Files.copy(files.key(), folder.resolve("none.pem"));

    assertThatThrownBy(() -> new CertificateFiles(folder.resolve("none.pem"), files.key()).read())
        .hasMessageStartingWith("http.tls.certificate: expected certificates in PEM, found ");
  }

  @Test
  void showsNoKeyAsText() {
    assertThat(files.read()).hasToString(files.read().words());
  }
}
