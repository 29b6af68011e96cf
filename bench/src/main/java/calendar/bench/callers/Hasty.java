package calendar.bench.callers;

import calendar.bench.load.Calls;
import calendar.bench.load.Connections;
import calendar.client.Address;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls a thousand times a second and waits for no answer. */
public final class Hasty implements BadCaller {
  private static final long PERIOD_NANOS = 1_000_000;

  private final Connections connections;
  private final Calls calls;
  private final boolean cancels;
  private final Thread thread = new Thread(this::run, "hasty caller");
  private volatile boolean stopped;

  private Hasty(Address server, Calls calls, boolean cancels) {
    this.connections = Connections.open(server, 1);
    this.calls = calls;
    this.cancels = cancels;
    thread.start();
  }

  /** One that cancels every call right after it has sent it. */
  public static Hasty cancelling(Address server, Calls calls) {
    return new Hasty(server, calls, true);
  }

  /** One that gives every call a millisecond. */
  public static Hasty withShortDeadlines(Address server, Calls calls) {
    return new Hasty(server, calls, false);
  }

  @Override
  public void stop() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    connections.close();
  }

  private void run() {
    while (!stopped) {
      call();
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private void call() {
    var next = calls.next();
    CallOptions options =
        cancels
            ? CallOptions.DEFAULT
            : CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.MILLISECONDS);
    ClientCall<byte[], Integer> call = connections.channel(0).newCall(next.method(), options);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.request(1);
    call.sendMessage(next.request());
    call.halfClose();
    if (cancels) {
      call.cancel("as this caller always does", null);
    }
  }
}
