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
 */
public final class OpenLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long SHORTEST_REST_NANOS = 1_000_000;

  private final Connections connections;
  private final Arrivals arrivals;
  private final Tally tally = new Tally();
  private final AtomicLong underWay = new AtomicLong();

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
    Sending sending = new Sending(calls, options, duration);
    connections.network().execute(sending);
    sending.end.join();
    double seconds = (System.nanoTime() - sending.begin) / 1e9;
    long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    while (underWay.get() > 0 && System.nanoTime() - patienceEnds < 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return tally.result(seconds, underWay.get(), sending.unsent);
  }

  /**
   * Sends due calls on the network's thread, a few times in a millisecond at most. A separate
   * thread would have to wake that one for each call, which costs more than the call.
   */
  private final class Sending implements Runnable {
    private final Calls calls;
    private final CallOptions options;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long begin = System.nanoTime();
    private final double nanosBetween = 1e9 / arrivals.perSecond();
    private final long all;
    private long arrived;
    private long sent;
    private long unsent;

    Sending(Calls calls, CallOptions options, Duration duration) {
      this.calls = calls;
      this.options = options;
      this.all = (long) (duration.toNanos() / nanosBetween);
    }

    @Override
    public void run() {
      try {
        sendDue();
        if (arrived == all) {
          end.complete(null);
        } else {
          long rest = Math.max(due(arrived) - System.nanoTime(), SHORTEST_REST_NANOS);
          connections.network().schedule(this, rest, TimeUnit.NANOSECONDS);
        }
      } catch (RuntimeException | Error failed) {
        end.completeExceptionally(failed);
      }
    }

    private long due(long number) {
      return begin + (long) (number * nanosBetween);
    }

    private void sendDue() {
      long now = System.nanoTime();
      for (; arrived < all && due(arrived) - now <= 0; arrived++) {
        boolean late = now - due(arrived) > arrivals.latest().toNanos();
        if (late || underWay.get() >= arrivals.mostUnderWay()) {
          unsent++;
        } else {
          underWay.incrementAndGet();
          send(due(arrived));
        }
      }
    }

    private void send(long due) {
      Sent.send(
          connections.channel(sent++),
          calls.next(),
          options,
          tally,
          due,
          underWay::decrementAndGet);
    }
  }
}
