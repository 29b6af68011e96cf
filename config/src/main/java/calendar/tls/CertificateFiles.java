package calendar.tls;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.nio.file.Path;

/**
 * The PEM files of the certificate that the HTTP port shows. Immutable.
 *
 * @param certificate the server's certificate, then those of its authorities
 * @param key the certificate's private key in PKCS#8, without a password: RSA or elliptic curve
 */
public record CertificateFiles(Path certificate, Path key) {
  /**
   * Reads both files now.
   *
   * @throws ConfigException if one cannot be used, or the key is not the certificate's
   */
  public ServerCertificate read() {
    ServerCertificate read =
        new ServerCertificate(
            PemFiles.certificates(Key.HTTP_TLS_CERTIFICATE, certificate),
            PemFiles.privateKey(Key.HTTP_TLS_KEY, key));
    if (!read.isPair()) {
      throw new ConfigException(
          "%s: expected the key of the certificate in %s, found the key of another one in %s"
              .formatted(Key.HTTP_TLS_KEY.path(), certificate, key));
    }
    return read;
  }
}
