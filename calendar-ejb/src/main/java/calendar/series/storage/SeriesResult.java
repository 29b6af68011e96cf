package calendar.series.storage;

import calendar.error.Conflict;
import calendar.series.model.SeriesState;
import calendar.series.model.StoredSeries;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a series did.
 *
 * @param series the series after the change; empty if it was deleted
 * @param earlier the series with the occurrences before, if the series was split
 * @param isReplayed true if an earlier request with the same request id made the change
 * @param added how many occurrences were booked
 * @param removed how many occurrences were deleted
 * @param detached how many exceptions became single events
 * @param conflicts those that were skipped, or that a trial found; ordered by start
 */
public record SeriesResult(
    Optional<StoredSeries> series,
    Optional<StoredSeries> earlier,
    boolean isReplayed,
    int added,
    int removed,
    int detached,
    List<Conflict> conflicts) {

  /**
   * The result of a change that was written, or that a trial planned.
   *
   * @param change without the occurrences that were skipped
   * @param before the state before the change; empty for a new series
   * @param conflicts those that were found; ordered by start
   */
  public static SeriesResult of(
      SeriesChange change, Optional<SeriesState> before, List<Conflict> conflicts) {
    List<StoredSeries> stored =
        change.saved().stream()
            .map(
                saved ->
                    new StoredSeries(
                        saved.series(),
                        change.occurrences(saved.series().id(), before),
                        saved.skipped().stream().limit(StoredSeries.SKIPPED_SHOWN).toList(),
                        saved.skipped().size()))
            .toList();
    return new SeriesResult(
        stored.stream().findFirst(),
        stored.stream().skip(1).findFirst(),
        false,
        change.added().size(),
        change.removed().size(),
        change.detached(),
        conflicts);
  }

  /** The result of a repeated request. */
  public static SeriesResult replayed(
      Optional<StoredSeries> series, Optional<StoredSeries> earlier) {
    return new SeriesResult(series, earlier, true, 0, 0, 0, List.of());
  }
}
