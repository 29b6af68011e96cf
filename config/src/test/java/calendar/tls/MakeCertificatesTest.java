package calendar.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes certificates for trying out. */
class MakeCertificatesTest {
  @TempDir private Path folder;

  @BeforeEach
  void needsOpenssl() throws Exception {
    assumeTrue(exitStatus(List.of("sh", "-c", "command -v openssl")) == 0, "openssl is installed");
  }

  @Test
  void makesCertificatesThatFit() throws Exception {
    assertThat(make("api,localhost,127.0.0.1", "postgres")).isZero();

    X509Certificate api = files("api").read().chain().get(0);
    X509Certificate authority =
        PemFiles.certificates(Key.CLIENT_TLS_CA, folder.resolve("ca.pem")).get(0);
    api.verify(authority.getPublicKey());
    assertThat(api.getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .containsExactly("api", "localhost", "127.0.0.1");
    assertThat(files("postgres").read().isPair()).isTrue();
  }

  @Test
  void keepsKeysPrivate() throws Exception {
    make("api");

    for (String key : List.of("ca-key.pem", "api-key.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
          .as(key)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void overwritesNothing() throws Exception {
    make("api");
    ServerCertificate first = files("api").read();

    assertThat(make("postgres", "api")).isEqualTo(1);

    assertThat(files("api").read()).isEqualTo(first);
    assertThat(folder.resolve("postgres.pem")).doesNotExist();
  }

  @Test
  void refusesOddNames() throws Exception {
    for (String name : List.of("", ",a", "../a", "a b", "a\nDNS:b", "a=b")) {
      assertThat(make(name)).as(name).isEqualTo(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private CertificateFiles files(String name) {
    return new CertificateFiles(folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
  }

  private int make(String... names) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("..", "scripts", "make-certificates").toString());
    command.add(folder.toString());
    command.addAll(List.of(names));
    return exitStatus(command);
  }

  private static int exitStatus(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
