package calendar.scheduler.series;

import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The real storage, whose caller dies within a transaction after some changes. For one thread. */
final class DyingStorage implements SeriesStorage {
  private final SeriesStorage storage;
  private int changesLeft;

  /**
   * @param changes how many changes are made before that
   */
  DyingStorage(SeriesStorage storage, int changes) {
    this.storage = storage;
    this.changesLeft = changes;
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    if (changesLeft-- > 0) {
      return storage.change(request, planner);
    }
    return storage.change(
        request,
        stored -> {
          planner.plan(stored);
          throw new IllegalStateException("the scheduler dies here");
        });
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
}
