package calendar.bench.callers;

import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import calendar.client.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a thousand times a second on one connection and never reads an answer. When it is thrown
 * out, it comes back a second later.
 */
public final class NeverReads implements BadCaller {
  private static final long PERIOD_NANOS = 1_000_000;
  private static final long REST_NANOS = 1_000_000_000;
  private static final int SMALL_BUFFER = 4_096;

  private final Address server;
  private final Calls calls;
  private final Thread thread = new Thread(this::run, "caller that never reads");
  private volatile Socket socket;
  private volatile boolean stopped;

  public NeverReads(Address server, Calls calls) {
    this.server = server;
    this.calls = calls;
    thread.start();
  }

  @Override
  public void stop() {
    stopped = true;
    hangUp();
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        callUntilThrownOut();
      } catch (IOException thrownOut) {
        LockSupport.parkNanos(REST_NANOS);
      }
    }
    hangUp();
  }

  private void callUntilThrownOut() throws IOException {
    try (Socket fresh = new Socket()) {
      socket = fresh;
      fresh.setReceiveBufferSize(SMALL_BUFFER);
      fresh.connect(new InetSocketAddress(server.host(), server.port()));
      fresh.getOutputStream().write(Http2.opening());
      for (int stream = 1; !stopped; stream += 2) {
        Call call = calls.next();
        fresh
            .getOutputStream()
            .write(Http2.call(stream, call.method().getFullMethodName(), call.request()));
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }
  }

  private void hangUp() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException gone) {
      // As it should be.
    }
  }
}
