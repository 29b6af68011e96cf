package calendar.faults.security;

import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.net.ssl.SSLSocket;

/** The certificate that a port shows to a new connection. */
final class ShownCertificate {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private ShownCertificate() {}

  /** The certificate in Base64, as a PEM file has it, but in one line. */
  static String of(String host, int port, Path authority) {
    try (SSLSocket socket =
        (SSLSocket)
            TrustedAuthorities.context(Key.CLIENT_TLS_CA, authority)
                .getSocketFactory()
                .createSocket(host, port)) {
      socket.startHandshake();
      Certificate shown = socket.getSession().getPeerCertificates()[0];
      return BASE64.encodeToString(shown.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
