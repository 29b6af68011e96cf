package calendar.bench.figures;

import java.util.List;

/** What several rounds gave: the median, between the least and the greatest. */
public record Spread(double median, double min, double max) {

  /**
   * @throws IllegalArgumentException if there are no values
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no round gave a value");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(last));
  }
}
