package calendar.api.identity;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.logging.Level.SEVERE;

import calendar.api.call.Authentication;
import calendar.api.identity.key.HttpKeySource;
import calendar.api.identity.key.KeyStore;
import calendar.api.identity.token.ClaimRules;
import calendar.api.identity.token.TokenSettings;
import calendar.api.identity.token.TokenVerifier;
import calendar.config.AddressRange;
import calendar.config.Key;
import calendar.config.TokenRules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * How this server finds out who calls it, by the configuration. With tokens, it fetches the
 * issuer's keys at its start and from then on.
 */
@Singleton
@Startup
@ConcurrencyManagement(BEAN)
public class CallerIdentification {
  private static final Logger LOG = Logger.getLogger(CallerIdentification.class.getName());
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);

  @Inject private Config config;
  @Inject private Clock clock;
  @Resource private ManagedScheduledExecutorService threads;

  private Authentication authentication = Authentication.NONE;
  private KeyStore keys;
  private Future<?> rounds;

  @PostConstruct
  void start() {
    TokenRules.problem(this::value)
        .ifPresent(
            problem -> {
              LOG.severe(problem.line());
              throw new IllegalStateException(problem.line());
            });
    if (!usesTokens()) {
      return;
    }
    TokenSettings settings = TokenSettings.of(this::value);
    HttpKeySource issuer =
        new HttpKeySource(settings.keys(), authorities(), FETCH_TIMEOUT, threads);
    keys = new KeyStore(issuer, threads, clock);
    authentication =
        new TokenAuthentication(new TokenVerifier(keys, new ClaimRules(settings), clock), limits());
    rounds = threads.scheduleWithFixedDelay(this::fetchIfDue, 0, 1, SECONDS);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.cancel(false);
    }
  }

  /** Returns true if callers must show a token. */
  public boolean usesTokens() {
    return !value(Key.AUTH_MODE).equals(TokenRules.OFF);
  }

  /** The first step of every call. */
  public Authentication authentication() {
    return authentication;
  }

  /** Returns true if callers can be identified now. */
  public boolean isReady() {
    return keys == null || keys.isReady();
  }

  /** Catches everything: an exception would end the scheduled fetches. */
  private void fetchIfDue() {
    try {
      keys.fetchIfDue();
    } catch (RuntimeException | Error bug) {
      LOG.log(SEVERE, "Could not fetch the issuer's keys; trying again", bug);
    }
  }

  private Optional<Path> authorities() {
    return Optional.of(value(Key.AUTH_CA)).filter(file -> !file.isEmpty()).map(Path::of);
  }

  private CallLimits limits() {
    long perSecond = Long.parseLong(value(Key.RATE_LIMIT_CALLS_PER_SECOND));
    long burst = Long.parseLong(value(Key.RATE_LIMIT_BURST));
    List<AddressRange> proxies = AddressRange.list(value(Key.GRPC_TRUSTED_PROXIES));
    return new CallLimits(
        rates(perSecond, burst),
        rates(perSecond, burst),
        (InetAddress peer) -> proxies.stream().anyMatch(proxy -> proxy.contains(peer)));
  }

  private <K> Rates<K> rates(long perSecond, long burst) {
    return perSecond == 0 ? Rates.unlimited() : new TokenBuckets<>(perSecond, burst, clock);
  }

  private String value(Key key) {
    return config.getOptionalValue(key.variable(), String.class).orElse("");
  }
}
