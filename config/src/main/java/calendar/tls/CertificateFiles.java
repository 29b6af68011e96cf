package calendar.tls;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.nio.file.Path;

/**
 * The PEM files of the certificate that a port shows. Immutable.
 *
 * @param certificate the server's certificate, then those of its authorities
 * @param key the certificate's private key in PKCS#8, without a password: RSA or elliptic curve
 */
public record CertificateFiles(Path certificate, Path key) {
  /** Reads the files of the HTTP port. */
  public ServerCertificate read() {
    return read(Key.HTTP_TLS_CERTIFICATE, Key.HTTP_TLS_KEY);
  }

  /**
   * Reads both files now.
   *
   * @param certificateName what names the certificate's file in the configuration
   * @param keyName what names the key's
   * @throws ConfigException if one cannot be used, or the key is not the certificate's
   */
  public ServerCertificate read(Key certificateName, Key keyName) {
    ServerCertificate read =
        new ServerCertificate(
            PemFiles.certificates(certificateName, certificate), PemFiles.privateKey(keyName, key));
    if (!read.isPair()) {
      throw new ConfigException(
          "%s: expected the key of the certificate in %s, found the key of another one in %s"
              .formatted(keyName.path(), certificate, key));
    }
    return read;
  }
}
