package calendar.series.model;

import java.util.List;

/**
 * A series with what the storage knows about its occurrences.
 *
 * @param occurrenceCount the occurrences in the calendar
 * @param firstSkipped the first {@value #SKIPPED_SHOWN} that were skipped, in order
 * @param skippedCount all that were skipped
 */
public record StoredSeries(
    Series series, int occurrenceCount, List<SkippedOccurrence> firstSkipped, int skippedCount) {
  /** How many skipped occurrences clients get. */
  public static final int SKIPPED_SHOWN = 100;
}
