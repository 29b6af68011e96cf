package calendar.bench.load;

import io.grpc.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts answers while they come. Safe for use by several threads. */
final class Tally {
  private static final long LONGEST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 3;

  private final Histogram served = histogram();
  private final Histogram refused = histogram();
  private final AtomicLongArray codes = new AtomicLongArray(Status.Code.values().length);

  void ended(Status.Code code, long nanos) {
    codes.incrementAndGet(code.ordinal());
    Histogram latency = code == Status.Code.OK ? served : refused;
    latency.recordValue(Math.min(Math.max(nanos, 1), LONGEST_NANOS));
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

  private static Histogram histogram() {
    return new ConcurrentHistogram(1, LONGEST_NANOS, DIGITS);
  }
}
