package calendar.event.memory;

import calendar.event.EventStorage;
import calendar.event.EventStorageRaces;

class MemoryEventStorageRacesTest extends EventStorageRaces {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
