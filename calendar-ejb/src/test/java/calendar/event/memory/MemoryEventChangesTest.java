package calendar.event.memory;

import calendar.event.EventChangesContract;
import calendar.event.EventStorage;

class MemoryEventChangesTest extends EventChangesContract {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
