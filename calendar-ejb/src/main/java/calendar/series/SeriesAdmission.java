package calendar.series;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import calendar.error.OverloadedException;
import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Overload protection for series: a change weighs as much as the occurrences that it writes. At
 * most {@value #MOST_OCCURRENCES} of them are being written at one time; a change that weighs more
 * is made alone. Up to {@value #MOST_WAITING} changes wait for their turn, in the order of arrival,
 * each for up to 2 seconds. Others are rejected, so that changes of series do not take all threads.
 * Safe for use by any number of threads.
 */
public final class SeriesAdmission implements SeriesStorage {
  static final int MOST_OCCURRENCES = 4_096;
  static final int MOST_WAITING = 4;
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final SeriesStorage storage;
  private final Duration longestWait;

  /** Fair, so that large changes get their turn beside many small ones. */
  private final Semaphore free = new Semaphore(MOST_OCCURRENCES, true);

  private final Semaphore places = new Semaphore(MOST_WAITING);

  public SeriesAdmission(SeriesStorage storage) {
    this(storage, LONGEST_WAIT);
  }

  SeriesAdmission(SeriesStorage storage, Duration longestWait) {
    this.storage = storage;
    this.longestWait = longestWait;
  }

  /**
   * As {@link SeriesStorage#change}.
   *
   * @throws OverloadedException if too many occurrences are being written; then nothing happened
   */
  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    Share share = new Share();
    try {
      if (request.seriesId().isEmpty()) {
        // Nothing stored is needed to plan a new series. So it waits without a lock or connection.
        share.admit(planner.plan(Optional.empty()));
      }
      return storage.change(request, stored -> share.admit(planner.plan(stored)));
    } finally {
      share.giveBack();
    }
  }

  @Override
  public StoredSeries get(String ownerId, UUID id) {
    return storage.get(ownerId, id);
  }

  @Override
  public List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    return storage.list(ownerId, after, limit);
  }

  @Override
  public List<SeriesKey> bookedBefore(Instant time, int limit) {
    return storage.bookedBefore(time, limit);
  }

  @Override
  public PurgedSeries purge(Instant endedBefore, int limit) {
    return storage.purge(endedBefore, limit);
  }

  /** How many occurrences may be written beside those that are being written now. */
  int free() {
    return free.availablePermits();
  }

  /** About how many changes wait for their turn. */
  int waiting() {
    return free.getQueueLength();
  }

  private static int weight(SeriesChange change) {
    int occurrences = change.added().size() + change.changed().size() + change.removed().size();
    return Math.min(occurrences, MOST_OCCURRENCES);
  }

  /** What one change holds. Used by one thread. A storage may plan a change more than once. */
  private final class Share {
    private int held;

    SeriesChange admit(SeriesChange change) {
      int more = weight(change) - held;
      if (more > 0) {
        take(more);
      }
      return change;
    }

    private void take(int more) {
      try {
        if (!free.tryAcquire(more, 0, MILLISECONDS) && !waitFor(more)) {
          throw new OverloadedException();
        }
        held += more;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new OverloadedException();
      }
    }

    private boolean waitFor(int more) throws InterruptedException {
      if (!places.tryAcquire()) {
        return false;
      }
      try {
        return free.tryAcquire(more, longestWait.toMillis(), MILLISECONDS);
      } finally {
        places.release();
      }
    }

    void giveBack() {
      free.release(held);
    }
  }
}
