package calendar.bdd.entrance;

import calendar.bench.secure.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An issuer of this test run, with one key. Every owner calls as itself. Thread-safe. */
public final class OwnIssuer implements Tokens, AutoCloseable {
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final TokenIssuer issuer;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  public OwnIssuer() {
    try {
      issuer = new TokenIssuer();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run an issuer", e);
    }
  }

  /** The variables by which an API accepts its tokens. */
  public Map<String, String> environment() {
    return issuer.environment();
  }

  @Override
  public Optional<String> of(String subject) {
    return Optional.of(
        tokens.computeIfAbsent(subject, caller -> issuer.token(caller, List.of(), LIFETIME)));
  }

  @Override
  public void close() {
    issuer.close();
  }
}
