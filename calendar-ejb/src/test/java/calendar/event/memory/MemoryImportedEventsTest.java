package calendar.event.memory;

import calendar.event.EventStorage;
import calendar.event.ImportedEventsContract;

class MemoryImportedEventsTest extends ImportedEventsContract {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
