package calendar.series;

import calendar.error.Conflict;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a series did.
 *
 * @param series the series after the change; empty if it was deleted
 * @param earlier the series with the occurrences before, if the series was split
 * @param isReplayed true if an earlier request with the same request id made the change
 * @param removed how many occurrences were deleted
 * @param detached how many exceptions became single events
 * @param conflicts those that were skipped, or that a trial found; ordered by start
 */
public record SeriesResult(
    Optional<StoredSeries> series,
    Optional<StoredSeries> earlier,
    boolean isReplayed,
    int removed,
    int detached,
    List<Conflict> conflicts) {}
