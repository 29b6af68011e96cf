package calendar.reminder.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An event with its reminders. The lock of its {@link MemoryTable} guards it. */
final class MemoryEvent {
  final UUID id;
  final Instant end;
  final List<MemoryRow> rows = new ArrayList<>();

  /** True while a transaction deletes it. */
  boolean locked;

  MemoryEvent(UUID id, Instant end) {
    this.id = id;
    this.end = end;
  }
}
