package calendar.event.postgres.batch;

import calendar.database.CollisionException;
import calendar.error.IcalUidExistsException;
import calendar.error.StorageUnavailableException;
import calendar.event.Event;
import calendar.event.postgres.EventStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Creates that share a transaction. Each is answered for itself: what cannot be inserted keeps
 * nobody else from it.
 *
 * <p>A row that does not come back found something in its way, or is there already: when the
 * connection broke amid a commit, nobody was told. So what is left is looked for in a new
 * transaction, by its own id and its request id first, then by its component, then by its time, and
 * tried again when nothing is found there.
 */
public final class CreateBatch {
  private static final int TRIES = 5;

  private final EventStatements statements;
  private List<PendingCreate> open;
  private boolean connectionLost;

  public CreateBatch(List<PendingCreate> batch, EventStatements statements) {
    this.open = batch.stream().sorted(PendingCreate.BY_TIME).toList();
    this.statements = statements;
  }

  /** Answers every one of them. */
  public void settle() {
    for (int tries = 1; tries <= TRIES && !open().isEmpty(); tries++) {
      try {
        insert(withoutOverlaps(open()));
        // Looked for first and refused second: an event that is found here may be of the same
        // request, and then its repeat is not refused.
        Map<UUID, IcalUidExistsException> sameComponent = findSameComponent();
        findEarlier();
        refuse(sameComponent);
        findConflicts();
      } catch (StorageUnavailableException gone) {
        // Once may be a connection alone; a second time it is the database.
        if (connectionLost) {
          refuse(gone);
        }
        connectionLost = true;
      }
    }
    refuse(new StorageUnavailableException("others kept getting in the way"));
  }

  private List<PendingCreate> open() {
    open = open.stream().filter(PendingCreate::isWanted).toList();
    return open;
  }

  private void refuse(RuntimeException refusal) {
    open().forEach(pending -> pending.refuse(refusal));
  }

  /**
   * Those that are in nobody's way in here. The others are answered by what becomes of these: were
   * they inserted together, an update that waits for the first might be waited for by the second.
   */
  private static List<PendingCreate> withoutOverlaps(List<PendingCreate> ordered) {
    List<PendingCreate> apart = new ArrayList<>(ordered.size());
    for (PendingCreate pending : ordered) {
      if (apart.isEmpty() || !pending.overlaps(apart.get(apart.size() - 1))) {
        apart.add(pending);
      }
    }
    return apart;
  }

  private void insert(List<PendingCreate> wanted) {
    try {
      Set<UUID> inserted = statements.insert(wanted);
      for (PendingCreate pending : wanted) {
        if (inserted.contains(pending.event().id())) {
          pending.created();
        }
      }
    } catch (StorageUnavailableException gone) {
      throw gone;
    } catch (RuntimeException failure) {
      // One of them fails all of them; which one it is shows when each goes alone.
      if (wanted.size() > 1) {
        wanted.forEach(pending -> insert(List.of(pending)));
      } else if (!(failure instanceof CollisionException)) {
        wanted.get(0).refuse(failure);
      }
    }
  }

  /** Asks only if there are imported events left. */
  private Map<UUID, IcalUidExistsException> findSameComponent() {
    List<Event> imported =
        open().stream().filter(PendingCreate::isImported).map(PendingCreate::event).toList();
    return imported.isEmpty() ? Map.of() : statements.sameComponent(imported);
  }

  private void refuse(Map<UUID, ? extends RuntimeException> refusals) {
    for (PendingCreate pending : open()) {
      Optional.ofNullable(refusals.get(pending.event().id())).ifPresent(pending::refuse);
    }
  }

  private void findEarlier() {
    List<PendingCreate> known =
        open().stream()
            .filter(pending -> connectionLost || pending.requestId().isPresent())
            .toList();
    if (!known.isEmpty()) {
      var earlier = statements.earlier(known);
      for (PendingCreate pending : known) {
        Optional.ofNullable(earlier.get(pending.event().id())).ifPresent(pending::existsAs);
      }
    }
  }

  private void findConflicts() {
    List<PendingCreate> left = open();
    if (!left.isEmpty()) {
      refuse(statements.conflicts(left.stream().map(PendingCreate::event).toList()));
    }
  }
}
