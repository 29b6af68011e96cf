package calendar.bench.load;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends calls, and counts answers while they come. Safe for use by several threads. */
final class Tally {
  private static final long LONGEST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 3;

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Histogram served = new ConcurrentHistogram(1, LONGEST_NANOS, DIGITS);
  private final Histogram refused = new ConcurrentHistogram(1, LONGEST_NANOS, DIGITS);
  private final AtomicLongArray codes = new AtomicLongArray(Status.Code.values().length);

  /**
   * Sends a call.
   *
   * @param since the time that its latency counts from, by {@link System#nanoTime}
   * @param next runs once the call has ended, on the network's thread
   */
  void send(Channel channel, Call call, CallOptions options, long since, Runnable next) {
    ClientCall<byte[], byte[]> sent = channel.newCall(call.method(), options);
    sent.start(
        new ClientCall.Listener<byte[]>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            ended(status.getCode(), System.nanoTime() - since);
            next.run();
          }
        },
        headers(call));
    sent.request(1);
    sent.sendMessage(call.request());
    sent.halfClose();
  }

  private static Metadata headers(Call call) {
    Metadata headers = new Metadata();
    if (!call.authorization().isEmpty()) {
      headers.put(AUTHORIZATION, call.authorization());
    }
    return headers;
  }

  LoadResult result(double seconds, long unanswered, long unsent) {
    Map<Status.Code, Long> counts = new EnumMap<>(Status.Code.class);
    for (Status.Code code : Status.Code.values()) {
      if (codes.get(code.ordinal()) > 0) {
        counts.put(code, codes.get(code.ordinal()));
      }
    }
    return new LoadResult(counts, served, refused, seconds, unanswered, unsent);
  }

  private void ended(Status.Code code, long nanos) {
    codes.incrementAndGet(code.ordinal());
    Histogram latency = code == Status.Code.OK ? served : refused;
    latency.recordValue(Math.min(Math.max(nanos, 1), LONGEST_NANOS));
  }
}
