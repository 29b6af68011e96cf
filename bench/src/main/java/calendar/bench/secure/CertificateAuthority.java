package calendar.bench.secure;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority that certifies servers on this machine. Immutable. */
public final class CertificateAuthority {
  private final X509Bundle authority;
  private final Path file;

  private CertificateAuthority(X509Bundle authority, Path file) {
    this.authority = authority;
    this.file = file;
  }

  /**
   * The certificate of a server, and its key, both in PEM.
   *
   * @param certificate the server's, then the authority's
   */
  public record ServerPair(String certificate, String key) {
    /** Without the key. */
    @Override
    public String toString() {
      return "ServerPair[certificate=%s]".formatted(certificate);
    }
  }

  /**
   * A new authority.
   *
   * @param file where its certificate is written, for those who trust it
   */
  public static CertificateAuthority create(Path file) throws IOException {
    X509Bundle authority =
        build(builder("Authority of " + file.getFileName()).setIsCertificateAuthority(true));
    Files.writeString(file, authority.getCertificatePEM());
    return new CertificateAuthority(authority, file);
  }

  /** The file with its certificate. */
  public Path file() {
    return file;
  }

  /** A new certificate, with a new key, for {@code localhost} and {@code 127.0.0.1}. */
  public ServerPair issue() {
    CertificateBuilder builder =
        builder("localhost").addSanDnsName("localhost").addSanIpAddress("127.0.0.1");
    try {
      X509Bundle issued = builder.buildIssuedBy(authority);
      return new ServerPair(issued.getCertificatePathPEM(), issued.getPrivateKeyPEM());
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CertificateBuilder builder(String name) {
    return new CertificateBuilder().ecp256().subject("CN=" + name);
  }

  private static X509Bundle build(CertificateBuilder builder) {
    try {
      return builder.buildSelfSigned();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
