package calendar.api.grpc.tls;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Certificates for tests, written as a file of each kind into one folder. */
public final class PemFiles {
  private final Path folder;
  private final X509Bundle authority = authority("Ours");

  public PemFiles(Path folder) {
    this.folder = folder;
  }

  /** An authority that signs nothing here. */
  public static X509Bundle authority(String name) {
    try {
      return new CertificateBuilder()
          .ecp256()
          .subject("CN=" + name)
          .setIsCertificateAuthority(true)
          .buildSelfSigned();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate for localhost of this authority. */
  public X509Bundle issue(String name) throws Exception {
    return issue(name, authority);
  }

  public static X509Bundle issue(String name, X509Bundle authority) throws Exception {
    return new CertificateBuilder()
        .rsa2048()
        .subject("CN=" + name)
        .addSanDnsName("localhost")
        .addSanIpAddress("127.0.0.1")
        .buildIssuedBy(authority);
  }

  /** The authority's own file. */
  public Path ca() throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), authority.getCertificatePEM());
  }

  public Path certificate(X509Bundle bundle) throws IOException {
    return Files.writeString(folder.resolve("tls.pem"), bundle.getCertificatePathPEM());
  }

  public Path key(X509Bundle bundle) throws IOException {
    return Files.writeString(folder.resolve("key.pem"), bundle.getPrivateKeyPEM());
  }

  /** Both files of a server, which need no certificate of its clients. */
  public TlsFiles server(X509Bundle bundle) throws IOException {
    return new TlsFiles(certificate(bundle), key(bundle), Optional.empty());
  }
}
