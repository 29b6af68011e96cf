package calendar.series.postgres;

import calendar.series.ForwardingSeriesStorage;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import java.util.Optional;
import javax.sql.DataSource;

/** Books new series by {@link NewSeries}, and remembers what it was asked to write. */
final class Booking extends ForwardingSeriesStorage {
  private final NewSeries newSeries;
  SeriesChange last;

  Booking(DataSource database) {
    super(new PostgresSeriesStorage(database, new SeriesTransactions()));
    newSeries = new NewSeries(database);
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    last = planner.plan(Optional.empty());
    return newSeries.book(request, last);
  }
}
