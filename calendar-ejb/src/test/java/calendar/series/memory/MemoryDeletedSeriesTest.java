package calendar.series.memory;

import calendar.series.DeletedSeriesContract;
import calendar.series.SeriesStorages;

class MemoryDeletedSeriesTest extends DeletedSeriesContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
