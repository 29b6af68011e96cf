package calendar.faults.security;

import static org.awaitility.Awaitility.await;

import calendar.bench.secure.TokenIssuer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Rotates an issuer's key again and again: publishes a new one, signs with it, and withdraws the
 * old one once its tokens have expired.
 */
final class KeyRotation {
  /** The API asks for unknown keys once in ten seconds. */
  private static final Duration PERIOD = Duration.ofSeconds(11);

  private final TokenIssuer issuer;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CompletableFuture<Integer> rotations;

  private KeyRotation(TokenIssuer issuer) {
    this.issuer = issuer;
    this.rotations = CompletableFuture.supplyAsync(this::rotateUntilStopped);
  }

  static KeyRotation start(TokenIssuer issuer) {
    return new KeyRotation(issuer);
  }

  /**
   * Ends after the rotation that has begun, and after one at least. Returns how many there were.
   */
  int stop() throws InterruptedException, ExecutionException, TimeoutException {
    stopped.countDown();
    return rotations.get(1, TimeUnit.MINUTES);
  }

  private int rotateUntilStopped() {
    int count = 0;
    try {
      do {
        issuer.publishNewKey();
        stopped.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS);
        if (count > 0 && stopped.getCount() == 0) {
          break;
        }
        issuer.signWithNewestKey();
        await("the old key's tokens have expired").until(issuer::withdrawEndedKeys);
        count++;
      } while (stopped.getCount() > 0);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return count;
  }
}
