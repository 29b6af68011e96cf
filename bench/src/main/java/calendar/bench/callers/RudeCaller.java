package calendar.bench.callers;

import calendar.bench.BenchException;
import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import calendar.client.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a thousand times a second on one connection, and not as it should. When it is thrown out,
 * it comes back a second later. It writes frames itself: a client library would take more of the
 * processors than the server does, and most while its own code is new.
 */
public final class RudeCaller implements BadCaller {
  private static final long PERIOD_NANOS = 1_000_000;
  private static final long REST_NANOS = 1_000_000_000;
  private static final int SMALL_BUFFER = 4_096;

  private final Address server;
  private final Calls calls;
  private final Manner manner;
  private final Thread thread = new Thread(this::run, "rude caller");
  private final AtomicLong sent = new AtomicLong();
  private final AtomicInteger thrownOut = new AtomicInteger();
  private final long startNanos = System.nanoTime();
  private volatile long stopNanos;
  private volatile boolean gaveUp;
  private volatile Optional<Throwable> trouble = Optional.empty();
  private volatile Socket socket;
  private volatile boolean stopped;

  /** How it calls. */
  private enum Manner {
    NEVER_READS {
      @Override
      byte[] frames(int stream, Call call) {
        return Http2.call(stream, call);
      }
    },
    CANCELS {
      @Override
      byte[] frames(int stream, Call call) {
        return Http2.joined(Http2.call(stream, call), Http2.reset(stream));
      }
    },
    /**
     * As a client library does: sends the deadline with the call, and cancels it at the deadline.
     */
    GIVES_A_MILLISECOND {
      @Override
      byte[] frames(int stream, Call call) {
        byte[] next = Http2.call(stream, call, Http2.header("grpc-timeout", "1m"));
        return stream == 1 ? next : Http2.joined(Http2.reset(stream - 2), next);
      }
    };

    /** What it writes once in a millisecond. */
    abstract byte[] frames(int stream, Call call);
  }

  private RudeCaller(Address server, Calls calls, Manner manner) {
    this.server = server;
    this.calls = calls;
    this.manner = manner;
    thread.start();
  }

  /** One that never reads an answer. */
  public static RudeCaller neverReading(Address server, Calls calls) {
    return new RudeCaller(server, calls, Manner.NEVER_READS);
  }

  /** One that cancels every call right after it has sent it. */
  public static RudeCaller cancelling(Address server, Calls calls) {
    return new RudeCaller(server, calls, Manner.CANCELS);
  }

  /** One that gives every call a millisecond. */
  public static RudeCaller withShortDeadlines(Address server, Calls calls) {
    return new RudeCaller(server, calls, Manner.GIVES_A_MILLISECOND);
  }

  @Override
  public void stop() {
    stopNanos = System.nanoTime();
    stopped = true;
    hangUp();
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * {@code sent_per_second} and {@code thrown_out}.
   *
   * @throws BenchException if it could send nothing, or ended before it was stopped
   */
  @Override
  public Map<String, Double> stats() {
    if (sent.get() == 0) {
      throw failed("could send nothing");
    }
    if (gaveUp) {
      throw failed("gave up");
    }
    Map<String, Double> stats = new LinkedHashMap<>();
    stats.put("sent_per_second", sent.get() / ((stopNanos - startNanos) / 1e9));
    stats.put("thrown_out", thrownOut.doubleValue());
    return stats;
  }

  private BenchException failed(String how) {
    String why = trouble.map(cause -> ": " + cause).orElse("");
    return new BenchException(
        "the bad caller %s %s%s".formatted(manner, how, why), trouble.orElse(null));
  }

  private void run() {
    try {
      while (!stopped) {
        call();
      }
    } catch (RuntimeException | Error bug) {
      trouble = Optional.of(bug);
      gaveUp = true;
    }
    hangUp();
  }

  private void call() {
    try {
      callUntilThrownOut();
    } catch (IOException end) {
      if (!stopped) {
        trouble = Optional.of(end);
        thrownOut.incrementAndGet();
        LockSupport.parkNanos(REST_NANOS);
      }
    }
  }

  private void callUntilThrownOut() throws IOException {
    try (Socket fresh = new Socket()) {
      socket = fresh;
      if (manner == Manner.NEVER_READS) {
        fresh.setReceiveBufferSize(SMALL_BUFFER);
      }
      fresh.connect(new InetSocketAddress(server.host(), server.port()));
      if (manner != Manner.NEVER_READS) {
        new Thread(() -> readAll(fresh), "reader of the rude caller").start();
      }
      fresh.getOutputStream().write(Http2.opening());
      for (int stream = 1; !stopped; stream += 2) {
        fresh.getOutputStream().write(manner.frames(stream, calls.next()));
        sent.incrementAndGet();
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }
  }

  private static void readAll(Socket socket) {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // So is the caller.
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
