package calendar.series.storage;

import calendar.series.model.SeriesState;
import java.util.Optional;

/**
 * Computes what a change of a series writes. It has no side effects, because the storage may call
 * it more than once.
 */
@FunctionalInterface
public interface SeriesPlanner {
  /**
   * @param stored the series; empty for a new one
   */
  SeriesChange plan(Optional<SeriesState> stored);
}
