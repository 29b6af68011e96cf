package calendar.series.memory;

import calendar.error.SeriesNotFoundException;
import calendar.event.memory.MemoryEventStorage;
import calendar.event.memory.OwnerEvents;
import calendar.series.model.Series;
import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Keeps series in the memory of this process, together with the events of a {@link
 * MemoryEventStorage}. They are lost when the process ends.
 */
public final class MemorySeriesStorage implements SeriesStorage {
  private final MemoryEventStorage events;
  private final Map<String, OwnerSeries> owners = new ConcurrentHashMap<>();

  public MemorySeriesStorage(MemoryEventStorage events) {
    this.events = events;
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    OwnerSeries owner = owners.computeIfAbsent(request.ownerId(), OwnerSeries::new);
    return events.change(request.ownerId(), agenda -> owner.change(request, planner, agenda));
  }

  @Override
  public StoredSeries get(String ownerId, UUID id) {
    return read(ownerId, (owner, agenda) -> owner.get(id, agenda))
        .orElseThrow(() -> new SeriesNotFoundException(ownerId, id));
  }

  @Override
  public List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    return read(ownerId, (owner, agenda) -> owner.list(after, limit, agenda)).orElse(List.of());
  }

  @Override
  public List<SeriesKey> bookedBefore(Instant time, int limit) {
    return owners.keySet().stream()
        .flatMap(ownerId -> read(ownerId, (owner, agenda) -> owner.all()).stream())
        .flatMap(List::stream)
        .filter(series -> !series.isComplete() && series.bookedUntil().isBefore(time))
        .sorted(Comparator.comparing(Series::bookedUntil))
        .limit(limit)
        .map(series -> new SeriesKey(series.ownerId(), series.id()))
        .toList();
  }

  @Override
  public PurgedSeries purge(Instant endedBefore, int limit) {
    int series = 0;
    int skipped = 0;
    for (String ownerId : owners.keySet()) {
      int mostSeries = limit - series;
      int mostSkipped = limit - skipped;
      PurgedSeries purged =
          read(
                  ownerId,
                  (owner, agenda) -> owner.purge(endedBefore, mostSeries, mostSkipped, agenda))
              .orElseThrow();
      series += purged.series();
      skipped += purged.skipped();
    }
    return new PurgedSeries(series, skipped);
  }

  /** Empty if the owner never had a series. */
  private <T> Optional<T> read(String ownerId, BiFunction<OwnerSeries, OwnerEvents, T> read) {
    return Optional.ofNullable(owners.get(ownerId))
        .map(owner -> events.change(ownerId, agenda -> read.apply(owner, agenda)));
  }
}
