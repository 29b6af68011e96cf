package calendar.series.memory;

import calendar.series.SeriesRequestsContract;
import calendar.series.SeriesStorages;

class MemorySeriesRequestsTest extends SeriesRequestsContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
