package calendar.event.postgres.batch;

import calendar.error.IcalUidExistsException;
import calendar.error.TimeConflictException;
import calendar.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The SQL statements that batches run. Each call is one statement and commits by itself at READ
 * COMMITTED, unless its caller has a transaction. Safe for use by any number of threads.
 *
 * <p>Every method may throw {@link calendar.error.StorageUnavailableException}.
 */
public interface BatchStatements {

  /**
   * Inserts each event, with its reminders, unless its time is taken or its request id or component
   * exists.
   *
   * @param creates in {@link PendingCreate#INSERT_ORDER}
   * @return the ids of the inserted events
   * @throws calendar.database.CollisionException if a concurrent transaction conflicts; then no
   *     event is inserted
   */
  Set<UUID> insert(List<PendingCreate> creates);

  /**
   * Finds stored events with the ids or the request ids of creates.
   *
   * @return by the id that the create has
   */
  Map<UUID, Event> findExisting(List<PendingCreate> creates);

  /**
   * Finds other events that were imported from the same component.
   *
   * @param events have sources
   * @return by the id of the given event; no entry for an event whose component is new
   */
  Map<UUID, IcalUidExistsException> findSameComponents(List<Event> events);

  /**
   * Finds the earliest other busy event that overlaps each event.
   *
   * @param events are busy
   * @return by the id of the given event; no entry for an event whose time is free
   */
  Map<UUID, TimeConflictException> findConflicts(List<Event> events);

  /** Finds events by id. Returns one list for each read, in their order; empty if not found. */
  List<List<Event>> get(List<PendingGet> gets);

  /** Lists events. Returns one list for each read, in their order. */
  List<List<Event>> list(List<PendingList> lists);
}
