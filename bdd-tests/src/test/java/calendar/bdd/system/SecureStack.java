package calendar.bdd.system;

import calendar.bench.secure.CertificateAuthority;
import calendar.bench.secure.CertificateAuthority.ServerPair;
import calendar.bench.secure.TokenIssuer;
import calendar.config.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What an API with TLS and tokens needs: an authority, certificates, and an issuer of tokens. */
final class SecureStack implements Tokens, AutoCloseable {
  private static final Duration LIFETIME = Duration.ofHours(1);

  /** More calls than a scenario makes, except the one about too many calls. */
  private static final int BURST = 1_500;

  private static final int CALLS_PER_SECOND = 100;

  private final TokenIssuer issuer;
  private final CertificateAuthority authority;
  private final Path certificate;
  private final Path key;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  SecureStack() {
    try {
      Path folder = Files.createTempDirectory("secure");
      folder.toFile().deleteOnExit();
      authority = CertificateAuthority.create(temporary(folder, "ca.pem"));
      certificate = temporary(folder, "tls.pem");
      key = temporary(folder, "key.pem");
      ServerPair pair = authority.issue();
      Files.writeString(certificate, pair.certificate());
      Files.writeString(key, pair.key());
      issuer = new TokenIssuer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary(Path folder, String name) {
    Path file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }

  Path authority() {
    return authority.file();
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(issuer.environment());
    environment.put(Key.GRPC_TLS_CERTIFICATE.environmentVariable(), certificate.toString());
    environment.put(Key.GRPC_TLS_KEY.environmentVariable(), key.toString());
    environment.put(Key.HTTP_TLS_CERTIFICATE.environmentVariable(), certificate.toString());
    environment.put(Key.HTTP_TLS_KEY.environmentVariable(), key.toString());
    environment.put(
        Key.RATE_LIMIT_CALLS_PER_SECOND.environmentVariable(), Integer.toString(CALLS_PER_SECOND));
    environment.put(Key.RATE_LIMIT_BURST.environmentVariable(), Integer.toString(BURST));
    return environment;
  }

  @Override
  public Optional<String> of(String caller) {
    return Optional.of(
        tokens.computeIfAbsent(caller, name -> issuer.token(name, List.of(), LIFETIME)));
  }

  @Override
  public void close() {
    issuer.close();
  }
}
