package calendar.series.memory;

import calendar.series.ChangedSeriesContract;
import calendar.series.SeriesStorages;

class MemoryChangedSeriesTest extends ChangedSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
