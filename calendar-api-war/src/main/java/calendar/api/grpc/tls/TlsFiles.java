package calendar.api.grpc.tls;

import calendar.config.Key;
import io.grpc.util.CertificateUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The PEM files of a port that speaks TLS. Immutable.
 *
 * @param certificate the server's certificate, then those of the authorities between it and a
 *     trusted one
 * @param key the certificate's private key in PKCS#8, not encrypted: RSA or elliptic curve
 * @param clientCa the authorities of clients; if present, only clients with a certificate of theirs
 *     may connect
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientCa) {

  /**
   * The files of the configured paths. Empty if no path is set: the port has no TLS then.
   *
   * @throws TlsException if one is set without another that it needs
   */
  public static Optional<TlsFiles> of(
      Optional<String> certificate, Optional<String> key, Optional<String> clientCa)
      throws TlsException {
    if (certificate.isEmpty() && key.isEmpty() && clientCa.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsFiles(
            required(Key.GRPC_TLS_CERTIFICATE, certificate),
            required(Key.GRPC_TLS_KEY, key),
            clientCa.map(Path::of)));
  }

  private static Path required(Key key, Optional<String> path) throws TlsException {
    return path.map(Path::of)
        .orElseThrow(
            () ->
                new TlsException(
                    "%s: expected a file, because another key of grpc.tls is set, found nothing"
                        .formatted(key.path())));
  }

  /**
   * Reads all files now.
   *
   * @throws TlsException if one cannot be used, or the key is not the certificate's
   */
  TlsIdentity read() throws TlsException {
    List<X509Certificate> chain = certificates(Key.GRPC_TLS_CERTIFICATE, certificate);
    List<X509Certificate> authorities =
        clientCa.isPresent() ? certificates(Key.GRPC_TLS_CLIENT_CA, clientCa.get()) : List.of();
    TlsIdentity identity = new TlsIdentity(chain, privateKey(), authorities);
    if (!identity.isPair()) {
      throw new TlsException(
          "%s: expected the key of the certificate in %s, found the key of another one in %s"
              .formatted(Key.GRPC_TLS_KEY.path(), certificate, key));
    }
    return identity;
  }

  private static List<X509Certificate> certificates(Key name, Path file) throws TlsException {
    byte[] text = bytes(name, file);
    try {
      List<X509Certificate> certificates =
          List.of(CertificateUtils.getX509Certificates(new ByteArrayInputStream(text)));
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (GeneralSecurityException invalid) {
      // The same error as for a file without a certificate.
    }
    throw unusable(name, "certificates in PEM", file);
  }

  private PrivateKey privateKey() throws TlsException {
    byte[] text = bytes(Key.GRPC_TLS_KEY, key);
    try {
      return CertificateUtils.getPrivateKey(new ByteArrayInputStream(text));
    } catch (IOException | GeneralSecurityException | RuntimeException invalid) {
      // Not the cause's message: it may quote the file.
      throw unusable(
          Key.GRPC_TLS_KEY,
          "a private key in PKCS#8 (BEGIN PRIVATE KEY, RSA or elliptic curve) without a password",
          key);
    }
  }

  private static byte[] bytes(Key name, Path file) throws TlsException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw unusable(name, "a file", file + ", which does not exist");
    } catch (IOException unreadable) {
      throw unusable(name, "a file that can be read", file + ": " + unreadable.getMessage());
    }
  }

  private static TlsException unusable(Key name, String expected, Object found) {
    return new TlsException("%s: expected %s, found %s".formatted(name.path(), expected, found));
  }
}
