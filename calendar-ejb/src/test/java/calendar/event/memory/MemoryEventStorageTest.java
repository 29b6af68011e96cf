package calendar.event.memory;

import calendar.event.EventStorage;
import calendar.event.EventStorageContract;

class MemoryEventStorageTest extends EventStorageContract {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
