package calendar.access.memory;

import calendar.access.AccessStorage;
import calendar.access.AccessStorageContract;

class MemoryAccessStorageTest extends AccessStorageContract {
  private final AccessStorage storage = new MemoryAccessStorage();

  @Override
  protected AccessStorage storage() {
    return storage;
  }
}
