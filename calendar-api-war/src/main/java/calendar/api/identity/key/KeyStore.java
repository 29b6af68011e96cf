package calendar.api.identity.key;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Keeps the issuer's keys. Fetches them at the start, every few minutes, and when a token names an
 * unknown one. Only one fetch runs at a time. Nothing here blocks, except on the thread that
 * fetches. Safe for use by several threads.
 */
public final class KeyStore {
  /** How often the keys are fetched while nothing is wrong. */
  public static final Duration PERIOD = Duration.ofMinutes(5);

  /** How long keys are used without an answer of the issuer. */
  public static final Duration LONGEST_USE = Duration.ofHours(24);

  /** Tokens with unknown keys cause at most one fetch in this time. */
  public static final Duration UNKNOWN_KEY_PERIOD = Duration.ofSeconds(10);

  /** How soon a failed fetch is repeated, with keys and without. */
  public static final Duration RETRY_PERIOD = Duration.ofSeconds(30);

  public static final Duration FIRST_RETRY_PERIOD = Duration.ofSeconds(2);

  private final KeySource source;
  private final Executor threads;
  private final Clock clock;
  private final KeyLog log;

  /** Read by every call. */
  private volatile Fetched fetched = new Fetched(Optional.empty(), Instant.MIN);

  private volatile boolean failing = true;

  // Guarded by this.
  private CompletableFuture<Void> running;
  private Instant lastStart = Instant.MIN;
  private Instant lastUnknownKey = Instant.MIN;

  private record Fetched(Optional<IssuerKeys> keys, Instant at) {}

  /**
   * @param threads run the fetches, which block
   */
  public KeyStore(KeySource source, Executor threads, Clock clock) {
    this.source = source;
    this.threads = threads;
    this.clock = clock;
    this.log = new KeyLog(LONGEST_USE);
  }

  /** The keys that may be used now. Empty if there are none, or only old ones. */
  public Optional<IssuerKeys> usable(Instant now) {
    Fetched latest = fetched;
    return latest.keys().isPresent() && now.isBefore(latest.at().plus(LONGEST_USE))
        ? latest.keys()
        : Optional.empty();
  }

  /** Returns true if tokens can be checked now. */
  public boolean isReady() {
    return usable(clock.instant()).isPresent();
  }

  /** Returns true if the issuer did not answer the last fetch. */
  public boolean isFailing() {
    return failing;
  }

  /** Fetches the keys if it is time to. Called every second. */
  public void fetchIfDue() {
    CompletableFuture<Void> started;
    synchronized (this) {
      Instant now = clock.instant();
      if (running != null || !isDue(now)) {
        return;
      }
      started = begin(now);
    }
    run(started);
  }

  private boolean isDue(Instant now) {
    if (usable(now).isEmpty()) {
      return isOver(lastStart, FIRST_RETRY_PERIOD, now);
    }
    return isOver(lastStart, RETRY_PERIOD, now) && isOver(fetched.at(), PERIOD, now);
  }

  /**
   * Fetches the keys for a token that names an unknown one, unless that happened a moment ago.
   *
   * @return completes after the fetch that runs or begins now; at once if there is none. It never
   *     fails
   */
  public CompletableFuture<Void> afterUnknownKey() {
    CompletableFuture<Void> started;
    synchronized (this) {
      if (running != null) {
        return running;
      }
      Instant now = clock.instant();
      if (!isOver(lastUnknownKey, UNKNOWN_KEY_PERIOD, now)) {
        return CompletableFuture.completedFuture(null);
      }
      lastUnknownKey = now;
      started = begin(now);
    }
    run(started);
    return started;
  }

  /** A clock that was set back does not make anyone wait for it. */
  private static boolean isOver(Instant since, Duration period, Instant now) {
    return !now.isBefore(plus(since, period)) || now.isBefore(since);
  }

  private static Instant plus(Instant since, Duration period) {
    return since.equals(Instant.MIN) ? since : since.plus(period);
  }

  private CompletableFuture<Void> begin(Instant now) {
    lastStart = now;
    running = new CompletableFuture<>();
    return running;
  }

  private void run(CompletableFuture<Void> started) {
    try {
      threads.execute(() -> fetch(started));
    } catch (RejectedExecutionException full) {
      fail("no thread is free");
      end(started);
    }
  }

  private void fetch(CompletableFuture<Void> started) {
    try {
      succeed(source.fetch());
    } catch (IOException | RuntimeException failure) {
      fail(failure.getMessage());
    } finally {
      end(started);
    }
  }

  private void succeed(IssuerKeys keys) {
    Optional<IssuerKeys> present = fetched.keys();
    boolean isSame = present.isPresent() && present.get().hasSameKeysAs(keys);
    // The same object, by which the cache of tokens sees that nothing has changed.
    fetched = new Fetched(isSame ? present : Optional.of(keys), clock.instant());
    failing = false;
    log.fetched(keys, !isSame);
  }

  private void fail(String reason) {
    failing = true;
    log.failed(reason, fetched.keys().isPresent(), fetched.at());
  }

  private void end(CompletableFuture<Void> started) {
    synchronized (this) {
      running = null;
    }
    started.complete(null);
  }
}
