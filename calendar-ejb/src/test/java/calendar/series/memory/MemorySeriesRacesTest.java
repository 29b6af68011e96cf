package calendar.series.memory;

import calendar.event.EventStorage;
import calendar.series.SeriesRaces;
import calendar.series.storage.SeriesStorage;

class MemorySeriesRacesTest extends SeriesRaces {
  private final MemoryStorages storages = new MemoryStorages();

  @Override
  protected EventStorage events() {
    return storages.events();
  }

  @Override
  protected SeriesStorage storage() {
    return storages.series();
  }
}
