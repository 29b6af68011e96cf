package calendar.bench.load;

import io.grpc.CallOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that arrive at a fixed rate, whether or not earlier ones have ended. Latency counts from
 * when a call should have been sent, so that no waiting is hidden.
 */
public final class OpenLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SHORTEST_REST_NANOS = 50_000;

  private final Connections connections;
  private final Arrivals arrivals;
  private final Tally tally = new Tally();
  private final AtomicLong underWay = new AtomicLong();
  private long sent;
  private long unsent;

  /**
   * How calls arrive.
   *
   * @param perSecond the rate
   * @param mostUnderWay so many may be unanswered at once; more are not sent, but counted
   * @param latest a call that could be sent only so long after its time is not sent, but counted
   */
  public record Arrivals(double perSecond, long mostUnderWay, Duration latest) {

    /** All are sent, however late. */
    public static Arrivals at(double perSecond) {
      return new Arrivals(perSecond, Long.MAX_VALUE, Duration.ofDays(1));
    }
  }

  private OpenLoop(Connections connections, Arrivals arrivals) {
    this.connections = connections;
    this.arrivals = arrivals;
  }

  /** Runs for as long as is said, and until all calls have ended. */
  public static LoadResult run(
      Connections connections, Calls calls, Arrivals arrivals, Duration duration) {
    return run(connections, calls, CallOptions.DEFAULT, arrivals, duration);
  }

  /** The same, with options for each call. */
  public static LoadResult run(
      Connections connections,
      Calls calls,
      CallOptions options,
      Arrivals arrivals,
      Duration duration) {
    return new OpenLoop(connections, arrivals).run(calls, options, duration);
  }

  private LoadResult run(Calls calls, CallOptions options, Duration duration) {
    long begin = System.nanoTime();
    double nanosBetween = 1e9 / arrivals.perSecond();
    long all = (long) (duration.toNanos() / nanosBetween);
    for (long number = 0; number < all; number++) {
      long intended = begin + (long) (number * nanosBetween);
      restUntil(intended);
      boolean late = System.nanoTime() - intended > arrivals.latest().toNanos();
      if (late || underWay.get() >= arrivals.mostUnderWay()) {
        unsent++;
        continue;
      }
      underWay.incrementAndGet();
      Sent.send(
          connections.channel(sent++),
          calls.next(),
          options,
          tally,
          intended,
          underWay::decrementAndGet);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    while (underWay.get() > 0 && System.nanoTime() - patienceEnds < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return tally.result(seconds, underWay.get(), unsent);
  }

  /** Sleeps rather than spins: the processors are the system's. */
  private static void restUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(Math.max(left, SHORTEST_REST_NANOS));
    }
  }
}
