package calendar.series.memory;

import calendar.series.SeriesHorizonContract;
import calendar.series.SeriesStorages;

class MemorySeriesHorizonTest extends SeriesHorizonContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
