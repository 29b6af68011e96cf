package calendar.scheduler.series;

import calendar.series.ForwardingSeriesStorage;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;

/** The real storage, whose caller dies within a transaction after some changes. For one thread. */
final class DyingStorage extends ForwardingSeriesStorage {
  private int changesLeft;

  /**
   * @param changes how many changes are made before that
   */
  DyingStorage(SeriesStorage storage, int changes) {
    super(storage);
    this.changesLeft = changes;
  }

  @Override
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    if (changesLeft-- > 0) {
      return super.change(request, planner);
    }
    return super.change(
        request,
        stored -> {
          planner.plan(stored);
          throw new IllegalStateException("the scheduler dies here");
        });
  }
}
