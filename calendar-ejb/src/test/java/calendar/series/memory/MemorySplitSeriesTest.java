package calendar.series.memory;

import calendar.series.SeriesStorages;
import calendar.series.SplitSeriesContract;

class MemorySplitSeriesTest extends SplitSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
