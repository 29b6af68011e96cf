package calendar.series.storage;

import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.SeriesConflictException;
import calendar.error.SeriesNotFoundException;
import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps series together with the events of an {@link calendar.event.EventStorage}. Safe for use by
 * any number of threads. Every method blocks, and may throw {@link
 * calendar.error.StorageUnavailableException}.
 */
public interface SeriesStorage {

  /**
   * Makes a change, all or nothing, while nobody else changes series or updates events of the
   * owner. If the owner has series that an earlier request with the same request id made, changes
   * nothing and returns them as they are.
   *
   * @throws SeriesNotFoundException if the owner has no series with the id of the request
   * @throws EtagMismatchException if the series has another state
   * @throws IcalUidExistsException if the owner has another series of the same component
   * @throws SeriesConflictException if the time of some occurrences is taken and conflicts are
   *     refused
   */
  SeriesResult change(SeriesRequest request, SeriesPlanner planner);

  /**
   * Reads a series.
   *
   * @throws SeriesNotFoundException if the owner has no series with this id
   */
  StoredSeries get(String ownerId, UUID id);

  /**
   * Lists an owner's series, ordered by id.
   *
   * @param after only series with a higher id; empty for all
   */
  List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit);

  /**
   * Finds series without an end that are booked up to a time before the given one, those that are
   * booked the least far first.
   */
  List<SeriesKey> bookedBefore(Instant time, int limit);

  /**
   * Removes skipped occurrences whose original start is before a time, and series that ended before
   * it and have no occurrences left.
   *
   * @param limit the most to remove of each
   */
  PurgedSeries purge(Instant endedBefore, int limit);
}
