package calendar.launcher;

import calendar.config.ConfigException;
import calendar.config.Key;
import calendar.tls.CertificateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The certificate of the HTTP port in the form that Liberty reads. The launcher writes it once; the
 * running server writes it again when the PEM files have changed.
 *
 * @param file in the folder of the instance, only for its owner
 * @param password another one at each start
 */
record HttpsKeyStore(Path file, String password) {
  /** What a server with a certificate includes: the port then speaks HTTPS only. */
  static final String DEFINITION = "${shared.config.dir}/https.xml";

  private static final int PASSWORD_BYTES = 24;

  /**
   * Writes the file. Empty if the configuration names no certificate.
   *
   * @param folder where the instance writes
   * @throws ConfigException if the certificate or its key cannot be used
   */
  static Optional<HttpsKeyStore> write(EffectiveSettings settings, Path folder) throws IOException {
    if (settings.text(Key.HTTP_TLS_CERTIFICATE).isEmpty()) {
      return Optional.empty();
    }
    CertificateFiles files =
        new CertificateFiles(
            Path.of(settings.file(Key.HTTP_TLS_CERTIFICATE)),
            Path.of(settings.file(Key.HTTP_TLS_KEY)));
    HttpsKeyStore store = new HttpsKeyStore(folder.resolve("https.p12"), newPassword());
    files.read().store(store.file, store.password);
    return Optional.of(store);
  }

  /** The variables that tell the server of it, and that its port speaks HTTPS only. */
  Map<String, String> variables() {
    return Map.of(
        "endpoint.plain_port",
        "-1",
        "endpoint.secure_port",
        "${calendar.http.port}",
        "calendar.https.key_store",
        file.toString(),
        "calendar.https.key_store_password",
        password);
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
