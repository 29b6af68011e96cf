package calendar.tls;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An authority that makes certificates for tests, as PEM files in one folder. */
public final class TestAuthority {
  private final Path folder;
  private final String name;
  private final X509Bundle authority;

  /**
   * @param name of the authority and the beginning of its files' names
   */
  public TestAuthority(Path folder, String name) {
    this.folder = folder;
    this.name = name;
    try {
      this.authority =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=" + name)
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      Files.writeString(ca(), authority.getCertificatePEM());
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file with the authority's certificate. */
  public Path ca() {
    return folder.resolve(name + "-ca.pem");
  }

  /** Makes a certificate for a host name, and for 127.0.0.1 if the name is localhost. */
  public CertificateFiles issue(String host) {
    return issue(host, host);
  }

  /**
   * Makes a certificate.
   *
   * @param file the beginning of the names of its files, which are replaced
   */
  public CertificateFiles issue(String host, String file) {
    try {
      CertificateBuilder builder =
          new CertificateBuilder().rsa2048().subject("CN=" + host).addSanDnsName(host);
      if (host.equals("localhost")) {
        builder = builder.addSanIpAddress("127.0.0.1");
      }
      return write(builder.buildIssuedBy(authority), file);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private CertificateFiles write(X509Bundle issued, String file) throws IOException {
    Path certificate = folder.resolve(file + ".pem");
    Path key = folder.resolve(file + "-key.pem");
    Files.writeString(certificate, issued.getCertificatePathPEM());
    Files.writeString(key, issued.getPrivateKeyPEM());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return new CertificateFiles(certificate, key);
  }
}
