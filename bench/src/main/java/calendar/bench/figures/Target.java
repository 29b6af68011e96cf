package calendar.bench.figures;

import java.util.List;
import java.util.Optional;

/**
 * What a figure should be.
 *
 * @param atLeast whether the bound is the least that meets it, rather than the most
 */
public record Target(String key, boolean atLeast, double bound) {

  /** All there are. */
  public static final List<Target> ALL =
      List.of(
          atLeast("create.ratio_to_pgbench", 1.5),
          atMost("create.p99_ms", 30),
          atLeast("health.per_second", 50_000),
          atLeast("list_day.ratio_to_pgbench", 0.5),
          atLeast("get.ratio_to_pgbench", 0.5),
          atMost("list_growth.p99_ratio", 1.5),
          atLeast("overload.served_ratio", 0.8),
          atMost("overload.refusal_p99_ms", 100),
          atMost("overload.served_p99_ms", 250),
          atLeast("reminders.publish_ratio_to_lower_limit", 0.5),
          atMost("reminders.lateness_p99_ms", 1_200),
          atMost("start.ratio_to_empty_server", 2),
          atMost("start.first_hundred_refused", 0),
          atMost("rss_mb.api", 250),
          atMost("rss_mb.scheduler", 200),
          atMost("rss_mb.sender", 200),
          atMost("callers.connections.p99_ratio", 2),
          atMost("callers.never_reads.p99_ratio", 2),
          atMost("callers.cancels.p99_ratio", 2),
          atMost("callers.short_deadline.p99_ratio", 2),
          atLeast("series.lone.ratio_to_pgbench", 0.7),
          atLeast("series.in_flight_16.ratio_to_pgbench", 0.7),
          atMost("series.others.p99_ratio", 2));

  /** The one for a key, if there is one. */
  public static Optional<Target> of(String key) {
    return ALL.stream().filter(target -> target.key.equals(key)).findFirst();
  }

  public boolean isMetBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  private static Target atLeast(String key, double bound) {
    return new Target(key, true, bound);
  }

  private static Target atMost(String key, double bound) {
    return new Target(key, false, bound);
  }
}
