package calendar.event.postgres;

import static java.util.stream.Collectors.toMap;

import calendar.database.Statements;
import calendar.database.Statements.Array;
import calendar.error.Conflict;
import calendar.event.Event;
import calendar.event.postgres.EventColumns.AddedReminder;
import calendar.reminder.Reminder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads and writes many events of one owner for a change of a series. The caller has a transaction
 * and the owner's lock. Lists of events are ordered by start, so that two writers cannot deadlock.
 * Safe for use by any number of threads.
 */
public final class OccurrenceStatements {
  /** SQL that takes the lock of {@link #lockOwner}, in a FROM clause. ?1: the owner. */
  public static final String OWNER_LOCK = EventSql.OWNER_LOCK;

  private final DataSource database;
  private final EventStatements statements;

  /**
   * @param database its connections belong to the caller's transaction
   */
  public OccurrenceStatements(DataSource database) {
    this.database = database;
    this.statements = new EventStatements(database);
  }

  /** Waits for other updates of the owner's events, and for changes of the owner's series. */
  public void lockOwner(String ownerId) {
    query(EventSql.LOCK_OWNER, row -> {}, ownerId);
  }

  /** Locks and reads the occurrences of a series, ordered by original start. */
  public List<Event> lock(String ownerId, UUID seriesId) {
    query(OccurrenceSql.LOCK, row -> {}, ownerId, seriesId);
    EventRows rows = new EventRows(List.of(ownerId));
    query(
        OccurrenceSql.OF_SERIES,
        rows,
        new Array("text", Stream.of(ownerId)),
        new Array("uuid", Stream.of(seriesId)));
    return rows.all().get(0);
  }

  /**
   * Inserts each event with its reminders, unless its time is taken.
   *
   * @return the ids of the inserted events
   */
  public Set<UUID> insert(List<Event> events) {
    Set<UUID> inserted = new HashSet<>();
    query(
        EventSql.INSERT_COMPLETE,
        row -> inserted.add(row.getObject("id", UUID.class)),
        EventColumns.withoutRequests(events));
    return inserted;
  }

  /** The earliest stored event that takes the time of each event, by the id of the given one. */
  public Map<UUID, Conflict> conflicts(List<Event> events) {
    Map<UUID, Event> byId = events.stream().collect(toMap(Event::id, Function.identity()));
    Map<UUID, Conflict> conflicts = new HashMap<>();
    statements
        .findConflicts(events)
        .forEach(
            (id, busy) ->
                conflicts.put(
                    id,
                    new Conflict(
                        byId.get(id).startTime(),
                        byId.get(id).endTime(),
                        busy.conflictingEventId(),
                        busy.conflictingStartTime(),
                        busy.conflictingEndTime())));
    return conflicts;
  }

  /** Takes stored busy events out of the way: until they are updated or deleted, they are free. */
  public void park(String ownerId, Collection<Event> events) {
    if (!events.isEmpty()) {
      Statements.update(database, OccurrenceSql.PARK, ownerId, ids(events));
    }
  }

  /** Deletes events with their reminders, and notes the components of imported ones as deleted. */
  public void delete(String ownerId, List<Event> events, java.time.Instant now) {
    if (events.isEmpty()) {
      return;
    }
    query(
        EventSql.REMOVE_REMINDERS,
        row -> {},
        ownerId,
        ids(events),
        new Array("uuid", Stream.empty()));
    events.stream()
        .filter(event -> event.source().isPresent())
        .forEach(
            event -> query(ComponentSql.REMEMBER_DELETED, row -> {}, now, ownerId, event.id()));
    Statements.update(database, OccurrenceSql.DELETE, ownerId, ids(events));
  }

  /**
   * Writes changed events and their reminders. Reminders that are the same before and after keep
   * whatever state they have now.
   *
   * @param before the events by id
   * @param after ordered by start
   * @throws calendar.database.CollisionException if the time of an event is taken
   */
  public void update(String ownerId, Map<UUID, Event> before, List<Event> after) {
    if (after.isEmpty()) {
      return;
    }
    List<Event> otherReminders =
        after.stream()
            .filter(event -> !event.reminders().equals(before.get(event.id()).reminders()))
            .toList();
    removeReminders(ownerId, before, otherReminders);
    Statements.batch(
        database, EventSql.UPDATE_ONLY, after.stream().map(EventColumns::update).toList());
    List<AddedReminder> added =
        otherReminders.stream()
            .flatMap(AddedReminder::of)
            .filter(row -> !before.get(row.event().id()).reminders().contains(row.reminder()))
            .toList();
    if (!added.isEmpty()) {
      query(EventSql.INSERT_REMINDERS, row -> {}, EventColumns.addedReminders(ownerId, added));
    }
  }

  private void removeReminders(String ownerId, Map<UUID, Event> before, List<Event> after) {
    if (after.isEmpty()) {
      return;
    }
    Stream<UUID> kept =
        after.stream()
            .flatMap(
                event ->
                    event.reminders().stream().filter(before.get(event.id()).reminders()::contains))
            .map(Reminder::id);
    query(EventSql.REMOVE_REMINDERS, row -> {}, ownerId, ids(after), new Array("uuid", kept));
  }

  private static Array ids(Collection<Event> events) {
    return new Array("uuid", events.stream().map(Event::id));
  }

  private void query(String sql, Statements.RowReader reader, Object... parameters) {
    Statements.query(database, sql, reader, parameters);
  }
}
