package calendar.bench.load;

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

  public long ok() {
    return count(Status.Code.OK);
  }

  public long count(Status.Code code) {
    return counts.getOrDefault(code, 0L);
  }

  /** How many ended otherwise than OK, or not at all. */
  public long failed() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - ok() + unanswered;
  }

  /** Of those that ended OK. */
  public double perSecond() {
    return ok() / seconds;
  }

  /** Of those that ended OK. */
  public double milliseconds(double percentile) {
    return served.getValueAtPercentile(percentile) / 1e6;
  }

  /** How many ended how, for people. */
  public String ends() {
    return counts + (unanswered > 0 ? ", %d without an answer".formatted(unanswered) : "");
  }
}
