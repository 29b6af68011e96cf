package calendar.api.grpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.ConfigException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {
  @TempDir private Path folder;

  private PemFiles pem;
  private TlsFiles files;

  @BeforeEach
  void write() throws Exception {
    pem = new PemFiles(folder);
    files = pem.server(pem.issue("first"));
  }

  @Test
  void readsChainAndKey() throws Exception {
    assertThat(files.read().certificate().chain()).hasSizeGreaterThanOrEqualTo(1);
    assertThat(files.read()).isEqualTo(files.read());
    assertThat(files.read().certificate().words())
        .startsWith("certificate of CN=first, valid until 20");
  }

  @Test
  void readsEllipticKeys() throws Exception {
    X509Bundle elliptic =
        new CertificateBuilder()
            .algorithm(CertificateBuilder.Algorithm.ecp384)
            .subject("CN=e")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();

    assertThat(pem.server(elliptic).read().certificate().key().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void refusesTheKeyOfAnotherCertificate() throws Exception {
    pem.key(pem.issue("second"));

    assertThatThrownBy(files::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageMatching(
            "grpc\\.tls\\.key: expected the key of the certificate in \\S+, found the key of another"
                + " one in \\S+");
  }

  @Test
  void refusesAnotherKindOfKey() throws Exception {
    pem.key(PemFiles.authority("elliptic"));

    assertThatThrownBy(files::read).hasMessageContaining("found the key of another one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n"
      })
  void refusesOtherTextsAsKey(String text) throws Exception {
    Files.writeString(files.key(), text);

    assertThatThrownBy(files::read)
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "grpc.tls.key: expected a private key in PKCS#8 (BEGIN PRIVATE KEY, RSA or elliptic"
                + " curve) without a password, found "
                + files.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
  void refusesOtherTextsAsCertificate(String text) throws Exception {
    Files.writeString(files.certificate(), text);

    assertThatThrownBy(files::read)
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "grpc.tls.certificate: expected certificates in PEM, found " + files.certificate());
  }

  @Test
  void namesMissingFiles() throws Exception {
    Files.delete(files.certificate());

    assertThatThrownBy(files::read)
        .hasMessage(
            "grpc.tls.certificate: expected a file, found %s, which does not exist"
                .formatted(files.certificate()));
  }

  @Test
  void needsCertificateAndKey() {
    Optional<String> some = Optional.of("a.pem");
    Optional<String> none = Optional.empty();

    assertThatThrownBy(() -> TlsFiles.of(some, none, none)).hasMessageStartingWith("grpc.tls.key:");
    assertThatThrownBy(() -> TlsFiles.of(none, some, none))
        .hasMessageStartingWith("grpc.tls.certificate:");
    assertThatThrownBy(() -> TlsFiles.of(none, none, some))
        .hasMessageStartingWith("grpc.tls.certificate:");
  }

  @Test
  void isOffWithoutPaths() throws Exception {
    assertThat(TlsFiles.of(Optional.empty(), Optional.empty(), Optional.empty())).isEmpty();
  }
}
