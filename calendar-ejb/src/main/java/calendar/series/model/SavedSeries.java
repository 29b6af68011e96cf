package calendar.series.model;

import java.util.List;

/**
 * A series to write, new or changed.
 *
 * @param skipped all its skipped occurrences; they replace those that are stored
 */
public record SavedSeries(Series series, List<SkippedOccurrence> skipped) {}
