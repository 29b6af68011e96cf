package calendar.reminder.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Events and reminders with row locks. A transaction keeps its row locks until it ends, like a
 * transaction in PostgreSQL: others wait for these rows or skip them. Transactions lock rows in the
 * order of ids, so they cannot deadlock. Thread safe.
 */
final class MemoryTable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition unlocked = lock.newCondition();
  private final Map<UUID, MemoryEvent> events = new HashMap<>();
  private final Map<UUID, MemoryRow> rows = new HashMap<>();

  /** Runs a step that no other thread can observe halfway. */
  <T> T atomically(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  void atomically(Runnable step) {
    atomically(
        () -> {
          step.run();
          return true;
        });
  }

  /** The events. Call it within {@link #atomically}. */
  Collection<MemoryEvent> events() {
    return events.values();
  }

  /** The rows. Call it within {@link #atomically}. */
  Collection<MemoryRow> rows() {
    return rows.values();
  }

  /** The rows that no transaction holds. Call it within {@link #atomically}. */
  Stream<MemoryRow> unlockedRows() {
    return rows.values().stream().filter(row -> !row.locked);
  }

  MemoryRow row(UUID id) {
    return atomically(() -> rows.get(id));
  }

  void add(MemoryEvent event) {
    atomically(
        () -> {
          events.put(event.id, event);
          event.rows.forEach(row -> rows.put(row.id(), row));
        });
  }

  /** Locks the rows that exist, and waits for rows that another transaction holds. */
  List<MemoryRow> lockRows(Collection<UUID> ids) {
    return atomically(
        () -> {
          List<MemoryRow> held = new ArrayList<>();
          for (UUID id : new TreeSet<>(ids)) {
            while (rows.containsKey(id) && rows.get(id).locked) {
              unlocked.awaitUninterruptibly();
            }
            MemoryRow row = rows.get(id);
            if (row != null) {
              row.locked = true;
              held.add(row);
            }
          }
          return held;
        });
  }

  void unlockRows(Collection<MemoryRow> held) {
    atomically(
        () -> {
          held.forEach(row -> row.locked = false);
          unlocked.signalAll();
        });
  }

  /**
   * Deletes events after it has locked their rows. The caller has set {@link MemoryEvent#locked}.
   */
  void delete(Collection<MemoryEvent> deleted) {
    List<UUID> ids = new ArrayList<>();
    deleted.forEach(event -> event.rows.forEach(row -> ids.add(row.id())));
    List<MemoryRow> held = lockRows(ids);
    atomically(
        () -> {
          held.forEach(row -> rows.remove(row.id()));
          deleted.forEach(event -> events.remove(event.id));
        });
    unlockRows(held);
  }
}
