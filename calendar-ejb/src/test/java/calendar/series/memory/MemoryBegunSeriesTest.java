package calendar.series.memory;

import calendar.series.BegunSeriesContract;
import calendar.series.SeriesStorages;

class MemoryBegunSeriesTest extends BegunSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
