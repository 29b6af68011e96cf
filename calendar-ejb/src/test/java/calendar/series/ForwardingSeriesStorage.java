package calendar.series;

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

/** A real storage, of which a test replaces some methods. */
public abstract class ForwardingSeriesStorage implements SeriesStorage {
  private final SeriesStorage storage;

  protected ForwardingSeriesStorage(SeriesStorage storage) {
    this.storage = storage;
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    return storage.change(request, planner);
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
