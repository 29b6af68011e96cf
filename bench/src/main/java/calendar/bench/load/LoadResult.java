package calendar.bench.load;

import calendar.bench.BenchException;
import io.grpc.Status;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What became of the calls of a load.
 *
 * @param counts how many ended with which code
 * @param served how long those that ended OK took, in nanoseconds
 * @param refused how long the others took, in nanoseconds
 * @param seconds how long the load lasted
 * @param unanswered how many had not ended when patience did
 * @param unsent how many the generator did not send, because it had too many under way or was late
 */
public record LoadResult(
    Map<Status.Code, Long> counts,
    Histogram served,
    Histogram refused,
    double seconds,
    long unanswered,
    long unsent) {
  /** More than that, and it was not the load that was meant. */
  private static final double MOST_FAILED = 0.01;

  public long ok() {
    return count(Status.Code.OK);
  }

  public long count(Status.Code code) {
    return counts.getOrDefault(code, 0L);
  }

  /** How many were sent. */
  public long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum() + unanswered;
  }

  /** How many ended otherwise than OK, or not at all. */
  public long failed() {
    return all() - ok();
  }

  /** Of those that ended OK. */
  public double perSecond() {
    return ok() / seconds;
  }

  /** Of those that ended OK. */
  public double milliseconds(double percentile) {
    return served.getValueAtPercentile(percentile) / 1e6;
  }

  /**
   * Makes sure that the load was served, but for stray calls.
   *
   * @throws BenchException otherwise, saying how calls ended
   */
  public void requireServed(String what) {
    if (ok() == 0 || failed() > MOST_FAILED * all()) {
      throw BenchException.failed("%s: calls failed: %s", what, ends());
    }
  }

  /** How many ended how, for people. */
  public String ends() {
    return counts + (unanswered > 0 ? ", %d without an answer".formatted(unanswered) : "");
  }
}
