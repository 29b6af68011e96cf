package calendar.series.postgres;

import static java.util.stream.Collectors.toMap;

import calendar.database.CollisionException;
import calendar.error.Conflict;
import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.event.postgres.OccurrenceStatements;
import calendar.series.model.ChangedEvent;
import calendar.series.model.OnConflict;
import calendar.series.model.SavedSeries;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Changes of series. Each is one new transaction at READ COMMITTED under the owner's lock: it
 * commits when the method returns and rolls back on any exception. Throws {@link
 * CollisionException} if a concurrent transaction conflicts; the caller may then try again.
 *
 * <p>Uses plain JDBC, because every statement changes many rows and no row becomes an entity.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SeriesTransactions {
  /** Each time, what is in the way of the rest has been found, or has disappeared. */
  private static final int INSERTS = 5;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Resource private SessionContext context;

  private SeriesStatements series;
  private OccurrenceStatements occurrences;
  private NewSeries newSeries;

  @PostConstruct
  void start() {
    series = new SeriesStatements(database);
    occurrences = new OccurrenceStatements(database);
    newSeries = new NewSeries(database);
  }

  /** See {@link calendar.series.storage.SeriesStorage#change}. */
  public SeriesResult change(SeriesRequest request, SeriesPlanner planner) {
    if (request.seriesId().isEmpty() && !request.isTrial()) {
      SeriesChange planned = planner.plan(Optional.empty());
      if (NewSeries.is(planned)) {
        return newSeries.book(request, planned);
      }
    }
    return changeStepByStep(request, planner);
  }

  private SeriesResult changeStepByStep(SeriesRequest request, SeriesPlanner planner) {
    String ownerId = request.ownerId();
    occurrences.lockOwner(ownerId);
    Optional<SeriesResult> replayed =
        request.requestId().flatMap(id -> series.findReplay(ownerId, id));
    if (replayed.isPresent()) {
      return replayed.get();
    }
    Optional<SeriesState> state = request.seriesId().map(id -> read(request, id));
    SeriesChange planned = planner.plan(state);
    requireNewComponents(planned);
    Map<UUID, Conflict> conflicts = new HashMap<>(planned.conflictsWithin());
    Map<UUID, Event> before =
        planned.changed().stream().collect(toMap(one -> one.before().id(), ChangedEvent::before));
    occurrences.park(ownerId, planned.parked());
    find(planned.movedBusy(), conflicts);
    if (request.isTrial()) {
      find(planned.addedBusy(), conflicts);
      context.setRollbackOnly();
      return SeriesResult.of(
          planned.without(conflicts), state, SeriesChange.decide(conflicts, OnConflict.SKIP));
    }
    if (request.onConflict() == OnConflict.REFUSE && !conflicts.isEmpty()) {
      find(planned.addedBusy(), conflicts);
    }
    SeriesChange.decide(conflicts, request.onConflict());
    SeriesChange free = planned.without(conflicts);
    occurrences.delete(ownerId, free.removed(), request.now());
    occurrences.update(ownerId, before, free.updated());
    SeriesChange written = insert(free, conflicts, request.onConflict());
    save(request, written, state);
    return SeriesResult.of(written, state, SeriesChange.decide(conflicts, OnConflict.SKIP));
  }

  private SeriesState read(SeriesRequest request, UUID id) {
    String ownerId = request.ownerId();
    StoredSeries stored =
        series.find(ownerId, id).orElseThrow(() -> new SeriesNotFoundException(ownerId, id));
    if (request.etag().isPresent() && !request.etag().get().equals(stored.series().etag())) {
      throw EtagMismatchException.ofSeries(id);
    }
    List<SkippedOccurrence> skipped =
        stored.skippedCount() > stored.firstSkipped().size()
            ? series.skipped(ownerId, id)
            : stored.firstSkipped();
    return new SeriesState(stored.series(), occurrences.lock(ownerId, id), skipped);
  }

  private void requireNewComponents(SeriesChange change) {
    for (SavedSeries saved : change.saved()) {
      series
          .findSameComponent(saved.series())
          .ifPresent(
              other -> {
                throw IcalUidExistsException.ofSeries(other);
              });
    }
  }

  private void find(List<Event> wanted, Map<UUID, Conflict> conflicts) {
    if (!wanted.isEmpty()) {
      conflicts.putAll(occurrences.conflicts(wanted));
    }
  }

  /**
   * Inserts the new occurrences by one statement in the order of their starts. Those that were not
   * inserted are in conflict with an event, which a new statement finds; if it finds none, the
   * event has disappeared, and the occurrence is inserted again.
   */
  private SeriesChange insert(
      SeriesChange change, Map<UUID, Conflict> conflicts, OnConflict policy) {
    SeriesChange open = change;
    List<Event> waiting = change.inserted();
    for (int i = 0; !waiting.isEmpty() && i < INSERTS; i++) {
      Set<UUID> inserted = occurrences.insert(waiting);
      List<Event> left = waiting.stream().filter(event -> !inserted.contains(event.id())).toList();
      Map<UUID, Conflict> found = new HashMap<>();
      find(left, found);
      conflicts.putAll(found);
      SeriesChange.decide(conflicts, policy);
      open = open.without(found);
      waiting = left.stream().filter(event -> !found.containsKey(event.id())).toList();
    }
    if (!waiting.isEmpty()) {
      throw new CollisionException(
          "occurrences were not inserted, but nothing conflicts with them");
    }
    return open;
  }

  private void save(SeriesRequest request, SeriesChange change, Optional<SeriesState> state) {
    for (SavedSeries saved : change.saved()) {
      boolean isStored = state.isPresent() && state.get().series().id().equals(saved.series().id());
      series.save(saved, isStored ? state.get().skipped() : List.of());
    }
    change.removedSeries().ifPresent(id -> series.delete(request.ownerId(), id));
    request
        .requestId()
        .ifPresent(id -> series.insertRequest(request.ownerId(), id, change.saved()));
  }
}
