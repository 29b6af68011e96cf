package calendar.event.postgres;

import calendar.database.DatabaseErrors;
import calendar.database.Statements;
import calendar.error.DateBusyException;
import calendar.error.EventNotFoundException;
import calendar.event.Event;
import calendar.event.Interval;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What one statement does: each method is a statement, and thereby a transaction of its own at READ
 * COMMITTED, unless its caller has one. Plain SQL, since what is written here is written many rows
 * at a time, and what is read never changes as an entity. Safe for use by any number of threads.
 */
public final class EventStatements {
  private static final Instant BEFORE_ALL = Instant.parse("-4000-01-01T00:00:00Z");

  private final DataSource database;

  public EventStatements(DataSource database) {
    this.database = database;
  }

  /**
   * Inserts those events, with their reminders, whose time is free and whose request id is new.
   *
   * @param ordered in the order {@link PendingCreate#BY_TIME}
   * @return the ids of the events that were inserted
   * @throws calendar.database.CollisionException if another transaction got in the way of one; then
   *     none was inserted
   */
  Set<UUID> insert(List<PendingCreate> ordered) {
    Set<UUID> inserted = new HashSet<>();
    query(
        EventSql.INSERT,
        row -> inserted.add(row.getObject(1, UUID.class)),
        EventColumns.all(ordered));
    return inserted;
  }

  /**
   * Finds the events that are there already for creates: with their own ids or request ids.
   *
   * @return by the ids that the creates have
   */
  Map<UUID, Event> earlier(List<PendingCreate> creates) {
    EventRows rows = EventRows.byNextColumn();
    query(
        EventSql.EARLIER,
        rows,
        EventColumns.owners(events(creates)),
        EventColumns.ids(events(creates)),
        EventColumns.requestIds(creates));
    return rows.map();
  }

  /**
   * Finds the earliest other event that takes the time of each event.
   *
   * @return by the ids of the events in question; none for those whose time is free
   */
  Map<UUID, DateBusyException> conflicts(List<Event> events) {
    Map<UUID, DateBusyException> conflicts = new HashMap<>();
    query(
        EventSql.CONFLICTS,
        row ->
            conflicts.put(
                row.getObject(1, UUID.class),
                new DateBusyException(
                    row.getObject(2, UUID.class),
                    Statements.instant(row, 3),
                    Statements.instant(row, 4))),
        EventColumns.owners(events),
        EventColumns.ids(events),
        EventColumns.starts(events),
        EventColumns.ends(events));
    return conflicts;
  }

  /** As {@link calendar.event.EventStorage#get}. */
  Event get(String ownerId, UUID id) {
    EventRows rows = EventRows.byId();
    query(EventSql.BY_ID, rows, ownerId, id);
    return rows.list().stream()
        .findFirst()
        .orElseThrow(() -> new EventNotFoundException(ownerId, id));
  }

  /** As {@link calendar.event.EventStorage#list}. */
  List<Event> list(String ownerId, Interval interval, Optional<Instant> after, int limit) {
    EventRows rows = EventRows.byId();
    query(
        EventSql.LIST,
        rows,
        ownerId,
        interval.start(),
        interval.end(),
        after.orElse(BEFORE_ALL),
        limit);
    return rows.list();
  }

  /** Returns if the database answers and has the tables. */
  void ping() {
    query(EventSql.PING, row -> {});
  }

  private static List<Event> events(List<PendingCreate> creates) {
    return creates.stream().map(PendingCreate::event).toList();
  }

  private void query(String sql, Statements.RowReader reader, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      Statements.query(connection, sql, reader, parameters);
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }
}
