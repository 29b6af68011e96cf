package calendar.event.postgres.batch;

import calendar.database.CollisionException;
import calendar.database.Retries;
import calendar.error.StorageUnavailableException;
import calendar.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Creates of several events in one transaction. Each gets its own result: one that cannot be
 * inserted does not keep others from it.
 *
 * <p>A row that was not inserted conflicts with a stored one, or is stored already because the
 * connection was lost during an earlier commit. So new statements look for its id and request id,
 * then for its component, then for its time. If they find nothing, the conflict has disappeared and
 * the batch inserts the row again. Used by one thread, once.
 */
final class CreateBatch {
  private final BatchStatements statements;
  private List<PendingCreate> open;
  private boolean connectionLost;

  CreateBatch(List<PendingCreate> batch, BatchStatements statements) {
    this.open = batch.stream().sorted(PendingCreate.INSERT_ORDER).toList();
    this.statements = statements;
  }

  /** Completes every create of the batch. */
  void createAll() {
    try {
      Retries.onCollision(this::createOpen);
    } catch (StorageUnavailableException unavailable) {
      open().forEach(pending -> pending.fail(unavailable));
    }
  }

  private void createOpen() {
    if (open().isEmpty()) {
      return;
    }
    try {
      insert(withoutConflicts(open()));
      // A repeated request wins over its component's error, so the errors wait for findExisting.
      var sameComponents = findSameComponents();
      completeExisting();
      fail(sameComponents);
      failConflicting();
    } catch (StorageUnavailableException failure) {
      // The first failure may be a lost connection. After the second, the database is down.
      if (connectionLost) {
        throw failure;
      }
      connectionLost = true;
    }
    if (!open().isEmpty()) {
      throw new CollisionException("creates were not inserted, but nothing conflicts with them");
    }
  }

  private List<PendingCreate> open() {
    open = open.stream().filter(PendingCreate::isWanted).toList();
    return open;
  }

  /**
   * Leaves out each busy create that overlaps the busy one before it; the next attempt decides
   * about it. Inserted together, the second could wait for an update that waits for the first: a
   * deadlock.
   */
  private static List<PendingCreate> withoutConflicts(List<PendingCreate> ordered) {
    List<PendingCreate> apart = new ArrayList<>(ordered.size());
    PendingCreate lastBusy = null;
    for (PendingCreate pending : ordered) {
      if (lastBusy == null || !pending.conflictsWith(lastBusy)) {
        apart.add(pending);
        lastBusy = pending.event().isBusy() ? pending : lastBusy;
      }
    }
    return apart;
  }

  private void insert(List<PendingCreate> creates) {
    try {
      Set<UUID> inserted = statements.insert(creates);
      for (PendingCreate pending : creates) {
        if (inserted.contains(pending.event().id())) {
          pending.succeed();
        }
      }
    } catch (StorageUnavailableException unavailable) {
      throw unavailable;
    } catch (RuntimeException failure) {
      // One create fails the whole statement. Insert each by itself to find it.
      if (creates.size() > 1) {
        creates.forEach(pending -> insert(List.of(pending)));
      } else if (!(failure instanceof CollisionException)) {
        creates.get(0).fail(failure);
      }
    }
  }

  /** Runs no statement if no open create is imported. */
  private Map<UUID, ? extends RuntimeException> findSameComponents() {
    List<Event> imported = events(open().stream().filter(PendingCreate::isImported).toList());
    return imported.isEmpty() ? Map.of() : statements.findSameComponents(imported);
  }

  private void completeExisting() {
    List<PendingCreate> repeatable =
        open().stream()
            .filter(pending -> connectionLost || pending.requestId().isPresent())
            .toList();
    if (!repeatable.isEmpty()) {
      Map<UUID, Event> existing = statements.findExisting(repeatable);
      for (PendingCreate pending : repeatable) {
        Optional.ofNullable(existing.get(pending.event().id())).ifPresent(pending::succeedAs);
      }
    }
  }

  private void failConflicting() {
    List<Event> busy = events(open()).stream().filter(Event::isBusy).toList();
    if (!busy.isEmpty()) {
      fail(statements.findConflicts(busy));
    }
  }

  private void fail(Map<UUID, ? extends RuntimeException> errors) {
    for (PendingCreate pending : open()) {
      Optional.ofNullable(errors.get(pending.event().id())).ifPresent(pending::fail);
    }
  }

  private static List<Event> events(List<PendingCreate> creates) {
    return creates.stream().map(PendingCreate::event).toList();
  }
}
