package calendar.series.memory;

import calendar.series.SeriesConflictsContract;
import calendar.series.SeriesStorages;

class MemorySeriesConflictsTest extends SeriesConflictsContract {
  private final SeriesStorages storages = new MemoryStorages();

  @Override
  protected SeriesStorages storages() {
    return storages;
  }
}
