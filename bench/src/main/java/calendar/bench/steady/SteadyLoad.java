package calendar.bench.steady;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Calls that arrive at a fixed rate until they are stopped, whether or not earlier ones have ended.
 * Of twenty, 17 are made by gRPC on connections that stay, two by gRPC on a new connection each,
 * and one by HTTPS, on a new connection every other time. Nothing is tried again, unless the target
 * says so. Safe for use by several threads.
 */
public final class SteadyLoad implements AutoCloseable {
  private static final int ROUND = 20;
  private static final int HTTPS = 5;
  private static final int NEW_CONNECTION_EVERY = 10;
  private static final int BLOCKING_THREADS = 32;
  private static final long PATIENCE_SECONDS = 60;

  private final GrpcCalls grpc;
  private final Optional<HttpsCalls> https;
  private final Supplier<SteadyCaller> callers;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newFixedThreadPool(BLOCKING_THREADS);
  private final Phaser inFlight = new Phaser(1);
  private final AtomicLong sent = new AtomicLong();
  private final LongAdder ended = new LongAdder();
  private final LongAdder newConnections = new LongAdder();
  private final LongAdder byHttps = new LongAdder();
  private final Map<String, Long> failures = new ConcurrentHashMap<>();
  private final long begin = System.nanoTime();

  private SteadyLoad(SteadyTarget target, Supplier<SteadyCaller> callers) {
    this.grpc = new GrpcCalls(target);
    this.https = target.https().map(server -> new HttpsCalls(server, target.authority()));
    this.callers = callers;
  }

  /**
   * Begins to call.
   *
   * @param callers says who makes the next call; must not block for long
   * @param perSecond how many calls
   */
  public static SteadyLoad start(
      SteadyTarget target, Supplier<SteadyCaller> callers, int perSecond) {
    SteadyLoad load = new SteadyLoad(target, callers);
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    load.clock.scheduleAtFixedRate(load::send, 0, nanos, TimeUnit.NANOSECONDS);
    return load;
  }

  /** What became of the calls so far. */
  public SteadyCount count() {
    return new SteadyCount(
        ended.sum(),
        newConnections.sum(),
        byHttps.sum(),
        Map.copyOf(failures),
        (System.nanoTime() - begin) / 1e9);
  }

  /**
   * Stops to call, and waits for the calls that have not ended.
   *
   * @return what became of all of them; those without an answer have failed
   */
  public SteadyCount stop() throws InterruptedException {
    clock.shutdownNow();
    clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    try {
      inFlight.awaitAdvanceInterruptibly(inFlight.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      failures.merge("without an answer", (long) inFlight.getUnarrivedParties(), Long::sum);
    }
    return count();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
    grpc.close();
  }

  /** Never throws: nothing would be sent after that. */
  private void send() {
    long number = sent.getAndIncrement();
    inFlight.register();
    try {
      SteadyCaller caller = callers.get();
      if (number % ROUND == HTTPS && https.isPresent()) {
        byHttps.increment();
        sendByHttps(https.get(), number / ROUND % 2 == 0);
      } else if (number % NEW_CONNECTION_EVERY == 0) {
        newConnections.increment();
        threads.execute(() -> end(grpc.onNewConnection(caller)));
      } else {
        grpc.onKeptConnection(number, caller, this::end);
      }
    } catch (RuntimeException bug) {
      end(Optional.of(bug.toString()));
    }
  }

  private void sendByHttps(HttpsCalls server, boolean onNewConnection) {
    if (onNewConnection) {
      newConnections.increment();
      threads.execute(() -> end(server.onNewConnection()));
    } else {
      server.onKeptConnection(this::end);
    }
  }

  private void end(Optional<String> failure) {
    ended.increment();
    failure.ifPresent(words -> failures.merge(words, 1L, Long::sum));
    inFlight.arriveAndDeregister();
  }
}
