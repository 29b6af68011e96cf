package calendar.bench.callers;

import calendar.bench.BenchException;
import java.util.Map;

/** A caller who does what none should, from when it is made until it is stopped. */
public interface BadCaller {
  void stop();

  /**
   * What it did until it was stopped, by the names of figures.
   *
   * @throws BenchException if that was nothing bad
   */
  default Map<String, Double> stats() {
    return Map.of();
  }
}
