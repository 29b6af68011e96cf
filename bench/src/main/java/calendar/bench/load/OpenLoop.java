package calendar.bench.load;

import io.grpc.CallOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that arrive at a fixed rate, whether or not earlier ones have ended. Latency counts from
 * when a call should have been sent, so that no waiting is hidden.
 *
 * <p>Due calls are sent on the network's thread, a few times in a millisecond at most. A separate
 * thread would have to wake that one for each call, which costs more than the call.
 */
public final class OpenLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SHORTEST_REST_NANOS = 1_000_000;

  private final Connections connections;
  private final Calls calls;
  private final Arrivals arrivals;
  private final double nanosBetween;
  private final long all;
  private final Tally tally = new Tally();
  private final AtomicLong underWay = new AtomicLong();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final long begin = System.nanoTime();
  private long arrived;
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

  private OpenLoop(Connections connections, Calls calls, Arrivals arrivals, Duration duration) {
    this.connections = connections;
    this.calls = calls;
    this.arrivals = arrivals;
    this.nanosBetween = 1e9 / arrivals.perSecond();
    this.all = (long) (duration.toNanos() / nanosBetween);
  }

  /** Runs for as long as is said, and until all calls have ended. */
  public static LoadResult run(
      Connections connections, Calls calls, Arrivals arrivals, Duration duration) {
    return new OpenLoop(connections, calls, arrivals, duration).run();
  }

  private LoadResult run() {
    connections.network().execute(this::sendAll);
    end.join();
    double seconds = (System.nanoTime() - begin) / 1e9;
    long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    while (underWay.get() > 0 && System.nanoTime() - patienceEnds < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return tally.result(seconds, underWay.get(), unsent);
  }

  private void sendAll() {
    try {
      sendDue();
      if (arrived == all) {
        end.complete(null);
      } else {
        long rest = Math.max(due(arrived) - System.nanoTime(), SHORTEST_REST_NANOS);
        connections.network().schedule(this::sendAll, rest, TimeUnit.NANOSECONDS);
      }
    } catch (RuntimeException | Error failed) {
      end.completeExceptionally(failed);
    }
  }

  private void sendDue() {
    long now = System.nanoTime();
    for (; arrived < all && due(arrived) - now <= 0; arrived++) {
      boolean late = now - due(arrived) > arrivals.latest().toNanos();
      if (late || underWay.get() >= arrivals.mostUnderWay()) {
        unsent++;
      } else {
        underWay.incrementAndGet();
        tally.send(
            connections.channel(sent++),
            calls.next(),
            CallOptions.DEFAULT,
            due(arrived),
            underWay::decrementAndGet);
      }
    }
  }

  private long due(long number) {
    return begin + (long) (number * nanosBetween);
  }
}
