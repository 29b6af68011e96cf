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

/** Books new series and does nothing else. Remembers what it was asked to write. */
final class Booking implements SeriesStorage {
  private final NewSeries newSeries;
  SeriesChange last;

  Booking(DataSource database) {
    newSeries = new NewSeries(database);
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    last = planner.plan(Optional.empty());
    return newSeries.book(request, last);
  }

  @Override
  public StoredSeries get(String ownerId, UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SeriesKey> bookedBefore(Instant time, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PurgedSeries purge(Instant endedBefore, int limit) {
    throw new UnsupportedOperationException();
  }
}
