package calendar.series.memory;

import calendar.series.MovedSeriesContract;
import calendar.series.SeriesStorages;

class MemoryMovedSeriesTest extends MovedSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
