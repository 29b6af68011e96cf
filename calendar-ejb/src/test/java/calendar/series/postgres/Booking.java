package calendar.series.postgres;

import calendar.series.model.SeriesKey;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Books new series by {@link NewSeries}, and remembers what it was asked to write. Reads as usual.
 */
final class Booking implements SeriesStorage {
  private final NewSeries newSeries;
  private final SeriesStatements stored;
  SeriesChange last;

  Booking(DataSource database) {
    newSeries = new NewSeries(database);
    stored = new SeriesStatements(database);
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    last = planner.plan(Optional.empty());
    return newSeries.book(request, last);
  }

  @Override
  public StoredSeries get(String ownerId, UUID id) {
    return stored.find(ownerId, id).orElseThrow();
  }

  @Override
  public List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    return stored.list(ownerId, after, limit);
  }

  @Override
  public List<SeriesKey> bookedBefore(Instant time, int limit) {
    return stored.bookedBefore(time, limit);
  }

  @Override
  public PurgedSeries purge(Instant endedBefore, int limit) {
    return stored.purge(endedBefore, limit);
  }
}
