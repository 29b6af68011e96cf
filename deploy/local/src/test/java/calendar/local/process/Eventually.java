package calendar.local.process;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What comes true by another process' doing. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Eventually() {}

  public static void assertTrue(String what, Callable<Boolean> condition) {
    Await.until(what, LIMIT, condition);
  }

  static void assertGone(long process) {
    assertTrue("process " + process + " is gone", () -> ProcessHandle.of(process).isEmpty());
  }
}
