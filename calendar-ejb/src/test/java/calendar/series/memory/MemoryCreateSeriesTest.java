package calendar.series.memory;

import calendar.series.CreateSeriesContract;
import calendar.series.SeriesStorages;

class MemoryCreateSeriesTest extends CreateSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
