package calendar.event.memory;

import calendar.event.EventStorage;
import calendar.event.ImportRaces;

class MemoryImportRacesTest extends ImportRaces {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
