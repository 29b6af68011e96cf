package calendar.local.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for other processes, with Awaitility. */
public final class Await {
  private Await() {}

  /**
   * Returns as soon as a condition holds. It is evaluated on this thread.
   *
   * @param what describes the condition, such as "PostgreSQL answers"
   * @throws LocalException if the condition does not hold within the limit
   */
  public static void until(String what, Duration limit, Callable<Boolean> condition) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .atMost(limit)
          .until(condition);
    } catch (ConditionTimeoutException timeout) {
      throw new LocalException(
          "Waited %d s without success until %s".formatted(limit.toSeconds(), what), timeout);
    }
  }
}
