package calendar.event.memory;

import calendar.event.EventStorage;
import calendar.event.FreeEventsContract;

class MemoryFreeEventsTest extends FreeEventsContract {
  private final EventStorage storage = new MemoryEventStorage();

  @Override
  protected EventStorage storage() {
    return storage;
  }
}
