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
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
