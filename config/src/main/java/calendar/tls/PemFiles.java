package calendar.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calendar.config.ConfigException;
import calendar.config.Key;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM files. Errors name the key of the configuration and never quote a file. */
public final class PemFiles {
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC");

  private PemFiles() {}

  /**
   * Reads all certificates of a file, in its order.
   *
   * @throws ConfigException if the file cannot be read or has none
   */
  public static List<X509Certificate> certificates(Key name, Path file) {
    byte[] text = bytes(name, file);
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(text))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (GeneralSecurityException invalid) {
      // The same error as for a file without a certificate.
    }
    throw unusable(name, "certificates in PEM", file);
  }

  /**
   * Reads a private key in PKCS#8, RSA or elliptic curve.
   *
   * @throws ConfigException if the file cannot be read or has none
   */
  static PrivateKey privateKey(Key name, Path file) {
    Matcher pem = PRIVATE_KEY.matcher(new String(bytes(name, file), US_ASCII));
    if (pem.find()) {
      for (String algorithm : ALGORITHMS) {
        try {
          byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
          return KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException another) {
          // Not the cause's message: it may quote the file.
        }
      }
    }
    throw unusable(
        name,
        "a private key in PKCS#8 (BEGIN PRIVATE KEY, RSA or elliptic curve) without a password",
        file);
  }

  private static byte[] bytes(Key name, Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw unusable(name, "a file", file + ", which does not exist");
    } catch (IOException unreadable) {
      throw unusable(name, "a file that can be read", file + ": " + unreadable.getMessage());
    }
  }

  private static ConfigException unusable(Key name, String expected, Object found) {
    return new ConfigException("%s: expected %s, found %s".formatted(name.path(), expected, found));
  }
}
