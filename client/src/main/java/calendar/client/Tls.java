package calendar.client;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a client recognizes its server, and shows who it is. All files are in PEM. Immutable.
 *
 * @param authorities the only ones that are trusted; if empty, those that Java trusts
 * @param certificate for a server that asks its clients for one
 */
public record Tls(Optional<Path> authorities, Optional<ClientCertificate> certificate) {

  /**
   * A client's own certificate.
   *
   * @param chain the client's certificate, then those between it and an authority
   * @param key the private key in PKCS#8, without a password
   */
  public record ClientCertificate(Path chain, Path key) {}

  /**
   * Reads the files.
   *
   * @throws IOException if one cannot be read
   */
  ChannelCredentials credentials() throws IOException {
    TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder();
    if (authorities.isPresent()) {
      credentials.trustManager(authorities.get().toFile());
    }
    if (certificate.isPresent()) {
      credentials.keyManager(certificate.get().chain().toFile(), certificate.get().key().toFile());
    }
    return credentials.build();
  }
}
