package calendar.api.identity;

import calendar.error.RateLimitedException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Permits a number of calls a second for each key, and more at once after a pause. Keeps the most
 * recent keys; one that it has forgotten begins again with all its calls.
 */
final class TokenBuckets<K> implements Rates<K> {
  private static final int MOST_KEYS = 100_000;

  private final LoadingCache<K, Bucket> buckets;

  /**
   * @param perSecond calls in the long run
   * @param burst calls at once
   */
  TokenBuckets(long perSecond, long burst, Clock clock) {
    TimeMeter time = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            // Otherwise it uses threads that the container does not know.
            .executor(Runnable::run)
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(burst)
                                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
  }

  @Override
  public void take(K key) {
    Bucket bucket = buckets.get(key);
    if (!bucket.tryConsume(1)) {
      throw limited(bucket);
    }
  }

  @Override
  public void require(K key) {
    Bucket bucket = buckets.getIfPresent(key);
    if (bucket != null && bucket.getAvailableTokens() < 1) {
      throw limited(bucket);
    }
  }

  private static RateLimitedException limited(Bucket bucket) {
    return new RateLimitedException(
        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
  }

  /** The injected clock, in the library's terms. */
  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
