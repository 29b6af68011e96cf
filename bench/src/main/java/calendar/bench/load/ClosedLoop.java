package calendar.bench.load;

import com.google.common.util.concurrent.Uninterruptibles;
import io.grpc.CallOptions;
import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Callers that each send a call as soon as their last one has ended: what the system can do with
 * that many in flight.
 */
public final class ClosedLoop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Connections connections;
  private final Calls calls;
  private final int inFlight;
  private final Tally tally = new Tally();
  private final CountDownLatch callers;
  private long end;

  private ClosedLoop(Connections connections, Calls calls, int inFlight) {
    this.connections = connections;
    this.calls = calls;
    this.inFlight = inFlight;
    this.callers = new CountDownLatch(inFlight);
  }

  /** Runs for as long as is said, and until the last call has ended. */
  public static LoadResult run(
      Connections connections, Calls calls, int inFlight, Duration duration) {
    return new ClosedLoop(connections, calls, inFlight).run(duration);
  }

  private LoadResult run(Duration duration) {
    long begin = System.nanoTime();
    end = begin + duration.toNanos();
    for (int caller = 0; caller < inFlight; caller++) {
      send(connections.channel(caller));
    }
    Uninterruptibles.awaitUninterruptibly(callers, duration.plus(PATIENCE));
    return tally.result((System.nanoTime() - begin) / 1e9, callers.getCount(), 0);
  }

  private void send(Channel channel) {
    long now = System.nanoTime();
    if (now - end >= 0) {
      callers.countDown();
      return;
    }
    tally.send(channel, calls.next(), CallOptions.DEFAULT, now, () -> send(channel));
  }
}
