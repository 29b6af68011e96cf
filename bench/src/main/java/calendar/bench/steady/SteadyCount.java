package calendar.bench.steady;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of steady calls.
 *
 * @param calls all that have ended
 * @param newConnections how many of them opened a new connection
 * @param byHttps how many of them were health checks by HTTPS
 * @param failures how often each failure happened
 * @param seconds since the first call
 */
public record SteadyCount(
    long calls, long newConnections, long byHttps, Map<String, Long> failures, double seconds) {

  /** How many calls failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One line, and one more for each kind of failure. */
  @Override
  public String toString() {
    return failures.entrySet().stream()
        .map(failure -> "%n%d times %s".formatted(failure.getValue(), failure.getKey()))
        .collect(
            Collectors.joining(
                "",
                String.format(
                    Locale.ROOT,
                    "%d calls, %d new connections, %d failed (%d calls by HTTPS, %.0f calls a second)",
                    calls,
                    newConnections,
                    failed(),
                    byHttps,
                    calls / seconds),
                ""));
  }
}
