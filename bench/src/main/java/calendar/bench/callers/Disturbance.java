package calendar.bench.callers;

import calendar.bench.BenchException;
import java.util.Map;

/** What others do to the calendar beside good callers, from when it is made until it is stopped. */
public interface Disturbance {
  void stop() throws Exception;

  /**
   * What it did until it was stopped, by the names of figures.
   *
   * @throws BenchException if it did not disturb as it should
   */
  default Map<String, Double> stats() {
    return Map.of();
  }
}
