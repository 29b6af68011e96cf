package calendar.bench.figures;

import java.util.List;
import java.util.Optional;

/**
 * What a figure should be.
 *
 * @param atLeast whether the bound is the least that meets it, rather than the most
 */
record Target(String key, boolean atLeast, double bound) {
  private static final List<Target> ALL =
      """
      create.ratio_to_pgbench >= 1.5
      create.p99_ms <= 30
      health.per_second >= 50000
      list_day.ratio_to_pgbench >= 0.5
      get.ratio_to_pgbench >= 0.5
      list_growth.p99_ratio <= 1.5
      overload.served_ratio >= 0.8
      overload.refusal_p99_ms <= 100
      overload.served_p99_ms <= 250
      reminders.publish_ratio_to_lower_limit >= 0.5
      reminders.lateness_p99_ms <= 1200
      start.ratio_to_empty_server <= 2
      start.first_hundred_refused <= 0
      rss_mb.api <= 250
      rss_mb.scheduler <= 200
      rss_mb.sender <= 200
      callers.connections.p99_ratio <= 2
      callers.never_reads.p99_ratio <= 2
      callers.cancels.p99_ratio <= 2
      callers.short_deadline.p99_ratio <= 2
      series.lone.ratio_to_pgbench >= 0.7
      series.in_flight_16.ratio_to_pgbench >= 0.7
      series.others.p99_ratio <= 2
      secure.create.ratio_to_plain >= 0.8
      secure.get.ratio_to_plain >= 0.8
      """
          .lines()
          .map(line -> line.split(" "))
          .map(words -> new Target(words[0], words[1].equals(">="), Double.parseDouble(words[2])))
          .toList();

  /** The one for a key, if there is one. */
  static Optional<Target> of(String key) {
    return ALL.stream().filter(target -> target.key.equals(key)).findFirst();
  }

  boolean isMetBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  /** How a value is marked. */
  String mark(double value) {
    return isMetBy(value) ? "met" : "MISSED";
  }

  /** Its bound, as in {@code >= 1.50}. */
  @Override
  public String toString() {
    return (atLeast ? ">= " : "<= ") + Table.number(bound);
  }
}
