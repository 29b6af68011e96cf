package calendar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import calendar.tls.CertificateFiles;
import calendar.tls.ServerCertificate;
import calendar.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedKeyStoreTest {
  private static final String PASSWORD = "secret";

  @TempDir private Path folder;

  private TestAuthority authority;
  private CertificateFiles files;
  private Path store;
  private ServerCertificate first;
  private RenewedKeyStore renewed;

  @BeforeEach
  void begin() throws IOException {
    authority = new TestAuthority(folder, "ours");
    files = authority.issue("localhost");
    store = folder.resolve("https.p12");
    first = files.read();
    first.store(store, PASSWORD);
    renewed = new RenewedKeyStore(files, store, PASSWORD);
  }

  @Test
  void storesRenewedFiles() throws IOException {
    authority.issue("localhost");

    assertThat(messages()).singleElement().asString().startsWith("HTTP uses renewed TLS files: ");

    assertThat(stored()).isEqualTo(files.read()).isNotEqualTo(first);
    assertThat(renewed.expiry()).isEqualTo(files.read().expiry());
    assertThat(messages()).isEmpty();
  }

  @Test
  void leavesStoreAloneWithoutChange() throws IOException {
    FileTime before = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(store, before);

    assertThat(messages()).isEmpty();

    assertThat(Files.getLastModifiedTime(store)).isEqualTo(before);
  }

  @Test
  void storesWhatChangedBeforeTheStart() throws IOException {
    authority.issue("localhost");
    RenewedKeyStore late = new RenewedKeyStore(files, store, PASSWORD);

    late.renew();

    assertThat(stored()).isEqualTo(files.read());
  }

  @Test
  void goesOnWithoutFilesThatDoNotFit() throws IOException {
    String key = Files.readString(files.key());
    CertificateFiles other = authority.issue("localhost", "other");
    Files.copy(other.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);

    assertThat(messages())
        .singleElement()
        .asString()
        .contains("http.tls.key: expected the key of the certificate in")
        .endsWith(". HTTP goes on with the " + first.words());
    assertThat(messages()).as("said once").isEmpty();
    assertThat(stored()).isEqualTo(first);

    Files.writeString(files.key(), key);
    assertThat(messages()).isEmpty();
  }

  private ServerCertificate stored() throws IOException {
    return ServerCertificate.load(store, PASSWORD);
  }

  private List<String> messages() {
    return LogCapture.during(renewed::renew).stream().map(LogRecord::getMessage).toList();
  }
}
