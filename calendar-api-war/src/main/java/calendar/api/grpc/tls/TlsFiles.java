package calendar.api.grpc.tls;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.tls.CertificateFiles;
import calendar.tls.PemFiles;
import java.nio.file.Path;
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
   * @throws ConfigException if one is set without another that it needs
   */
  public static Optional<TlsFiles> of(
      Optional<String> certificate, Optional<String> key, Optional<String> clientCa) {
    if (certificate.isEmpty() && key.isEmpty() && clientCa.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TlsFiles(
            required(Key.GRPC_TLS_CERTIFICATE, certificate),
            required(Key.GRPC_TLS_KEY, key),
            clientCa.map(Path::of)));
  }

  private static Path required(Key key, Optional<String> path) {
    return path.map(Path::of)
        .orElseThrow(
            () ->
                new ConfigException(
                    "%s: expected a file, because another key of grpc.tls is set, found nothing"
                        .formatted(key.path())));
  }

  /**
   * Reads all files now.
   *
   * @throws ConfigException if one cannot be used, or the key is not the certificate's
   */
  TlsIdentity read() {
    return new TlsIdentity(
        new CertificateFiles(certificate, key).read(Key.GRPC_TLS_CERTIFICATE, Key.GRPC_TLS_KEY),
        clientCa
            .map(file -> PemFiles.certificates(Key.GRPC_TLS_CLIENT_CA, file))
            .orElse(List.of()));
  }
}
