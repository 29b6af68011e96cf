package calendar.bench.load;

import calendar.client.Address;
import com.google.common.util.concurrent.Uninterruptibles;
import io.grpc.CallOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The first calls to a server that is just starting. */
public record FirstCalls(Address server, Calls calls) {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int CONNECT_MILLIS = 200;
  private static final int TOGETHER = 10;

  /**
   * Returns once a call was answered OK.
   *
   * @param meanwhile runs before each attempt; it throws to end the wait
   */
  public void awaitFirst(Runnable meanwhile) {
    Awaitility.await("the first answer")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .atMost(PATIENCE)
        .until(
            () -> {
              meanwhile.run();
              // gRPC itself would wait a second after the first connection that is refused.
              return listens() && refusedOf(1) == 0;
            });
  }

  /** Makes calls, ten at a time, on one connection, and answers how many did not end OK. */
  public long refusedOf(int count) {
    try (Connections connections = Connections.open(server, 1)) {
      Tally tally = new Tally();
      for (int sent = 0; sent < count; sent += TOGETHER) {
        send(connections, tally, Math.min(TOGETHER, count - sent));
      }
      return count - tally.result(1, 0, 0).ok();
    }
  }

  private void send(Connections connections, Tally tally, int count) {
    CountDownLatch ended = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS);
      tally.send(
          connections.channel(0), calls.next(), options, System.nanoTime(), ended::countDown);
    }
    Uninterruptibles.awaitUninterruptibly(ended);
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
