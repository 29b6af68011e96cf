package calendar.api.identity;

import calendar.api.call.Authentication;
import calendar.api.identity.key.HttpKeySource;
import calendar.api.identity.key.KeyStore;
import calendar.api.identity.token.ClaimRules;
import calendar.api.identity.token.TokenSettings;
import calendar.api.identity.token.TokenVerifier;
import calendar.time.MovableClock;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** What a server needs to check tokens, with an issuer that publishes its keys by HTTP. */
public final class TestTokens implements AutoCloseable {
  public final MovableClock clock = new MovableClock(Instant.now());
  public final TestIssuer issuer = new TestIssuer(clock, "k1");
  public final KeyServer server = new KeyServer(issuer.jwks());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final KeyStore keys = store(server.uri(), threads, clock);

  private static KeyStore store(URI uri, ExecutorService threads, Clock clock) {
    return new KeyStore(
        new HttpKeySource(uri, Optional.empty(), Duration.ofSeconds(5), threads), threads, clock);
  }

  /** Fetches the keys, and waits for them. */
  public void fetchKeys() {
    keys.fetchIfDue();
    await(keys);
  }

  private static void await(KeyStore keys) {
    org.awaitility.Awaitility.await().until(keys::isReady);
  }

  public Authentication authentication() {
    return authentication(0, 0, peer -> false);
  }

  /**
   * @param perSecond calls of one subject, and refused tokens of one address; 0 for no limit
   */
  public Authentication authentication(
      long perSecond, long burst, Predicate<InetAddress> isTrusted) {
    return authentication(keys, TestIssuer.NAME, clock, perSecond, burst, isTrusted);
  }

  /** Of another issuer, whose keys it fetches first. */
  public static Authentication of(
      String issuer, URI published, ExecutorService threads, Clock clock) {
    KeyStore keys = store(published, threads, clock);
    keys.fetchIfDue();
    await(keys);
    return authentication(keys, issuer, clock, 0, 0, peer -> false);
  }

  private static Authentication authentication(
      KeyStore keys,
      String issuer,
      Clock clock,
      long perSecond,
      long burst,
      Predicate<InetAddress> isTrusted) {
    TokenSettings settings =
        new TokenSettings(
            issuer,
            TestIssuer.AUDIENCE,
            URI.create("https://not.asked.example"),
            "sub",
            "groups",
            "calendar.admin");
    return new TokenAuthentication(
        new TokenVerifier(keys, new ClaimRules(settings), clock),
        new CallLimits(rates(perSecond, burst, clock), rates(perSecond, burst, clock), isTrusted));
  }

  private static <K> Rates<K> rates(long perSecond, long burst, Clock clock) {
    return perSecond == 0 ? Rates.unlimited() : new TokenBuckets<>(perSecond, burst, clock);
  }

  @Override
  public void close() {
    server.close();
    threads.shutdownNow();
  }
}
