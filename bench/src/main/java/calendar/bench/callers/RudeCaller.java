package calendar.bench.callers;

import calendar.bench.BenchException;
import calendar.bench.load.Call;
import calendar.bench.load.Calls;
import calendar.client.Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Calls a thousand times a second on one connection, and not as it should. When it is thrown out,
 * it comes back a second later. It writes frames without a client library, which would take more of
 * the processors than the server does, and most while its own code is new.
 */
public final class RudeCaller implements Disturbance {
  private static final int SMALL_BUFFER = 4_096;

  private final Bootstrap network;
  private final Calls calls;
  private final Manner manner;
  private final long startNanos = System.nanoTime();
  private volatile boolean stopped;
  private long stopNanos;
  private long sent;
  private int thrownOut;
  private boolean gaveUp;
  private Throwable trouble;

  /** How it calls. */
  private interface Manner {
    /** Writes what it writes once in a millisecond. The future is of the call. */
    ChannelFuture write(Frames frames, int stream, Call call);
  }

  private RudeCaller(Bootstrap network, Calls calls, Manner manner) {
    this.network = network;
    this.calls = calls;
    this.manner = manner;
    connect();
  }

  /** One that never reads an answer. */
  public static RudeCaller neverReading(Address server, Calls calls) {
    Bootstrap network =
        Frames.network(server)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.SO_RCVBUF, SMALL_BUFFER);
    return new RudeCaller(network, calls, Frames::call);
  }

  /** One that cancels every call right after it has sent it. */
  public static RudeCaller cancelling(Address server, Calls calls) {
    Manner manner =
        (frames, stream, call) -> {
          ChannelFuture sent = frames.call(stream, call);
          frames.reset(stream);
          return sent;
        };
    return new RudeCaller(Frames.network(server), calls, manner);
  }

  /**
   * One that gives every call a millisecond. As a client library does, it sends the deadline with
   * the call, and cancels it at the deadline.
   */
  public static RudeCaller withShortDeadlines(Address server, Calls calls) {
    Manner manner =
        (frames, stream, call) -> {
          if (stream > 1) {
            frames.reset(stream - 2);
          }
          return frames.callWithin("1m", stream, call);
        };
    return new RudeCaller(Frames.network(server), calls, manner);
  }

  @Override
  public void stop() {
    stopNanos = System.nanoTime();
    stopped = true;
    Frames.close(network);
  }

  /**
   * {@code sent_per_second} and {@code thrown_out}.
   *
   * @throws BenchException if it could send nothing, or ended before it was stopped
   */
  @Override
  public Map<String, Double> stats() {
    if (sent == 0 || gaveUp) {
      String what = gaveUp ? "gave up" : "could send nothing";
      throw new BenchException("a bad caller %s: %s".formatted(what, trouble), trouble);
    }
    double seconds = (stopNanos - startNanos) / 1e9;
    return new TreeMap<>(
        Map.of("sent_per_second", sent / seconds, "thrown_out", (double) thrownOut));
  }

  private void connect() {
    ChannelFuture connection = network.handler(new Connection()).connect();
    connection.addListener(opened -> trouble = opened.isSuccess() ? trouble : opened.cause());
    connection.channel().closeFuture().addListener(end -> comeBack());
  }

  private void comeBack() {
    if (!stopped && !gaveUp) {
      thrownOut++;
      network.config().group().schedule(this::connect, 1, TimeUnit.SECONDS);
    }
  }

  /** One connection, until it ends. */
  private final class Connection extends ChannelInboundHandlerAdapter {
    private Frames frames;
    private int stream = 1;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      frames = new Frames(context);
      frames.open();
      call(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object answer) {
      ReferenceCountUtil.release(answer);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      trouble = cause;
      context.close();
    }

    private void call(ChannelHandlerContext context) {
      if (!context.channel().isActive()) {
        return;
      }
      try {
        manner.write(frames, stream, calls.next()).addListener(this::count);
        context.flush();
        stream += 2;
        context.executor().schedule(() -> call(context), 1, TimeUnit.MILLISECONDS);
      } catch (RuntimeException | Error bug) {
        gaveUp = true;
        exceptionCaught(context, bug);
      }
    }

    private void count(Future<? super Void> written) {
      sent += written.isSuccess() ? 1 : 0;
    }
  }
}
