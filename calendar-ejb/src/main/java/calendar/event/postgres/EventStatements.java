package calendar.event.postgres;

import calendar.database.DatabaseErrors;
import calendar.database.Statements;
import calendar.error.IcalUidExistsException;
import calendar.error.TimeConflictException;
import calendar.event.ComponentId;
import calendar.event.Event;
import calendar.event.FoundComponent;
import calendar.event.postgres.batch.PendingCreate;
import calendar.event.postgres.batch.PendingGet;
import calendar.event.postgres.batch.PendingList;
import calendar.event.postgres.batch.PendingRead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
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
  private final DataSource database;

  public EventStatements(DataSource database) {
    this.database = database;
  }

  /**
   * Inserts those events, with their reminders, whose time is free and whose request id and
   * component are new.
   *
   * @param ordered in the order {@link PendingCreate#BY_TIME}
   * @return the ids of the events that were inserted
   * @throws calendar.database.CollisionException if another transaction got in the way of one; then
   *     none was inserted
   */
  public Set<UUID> insert(List<PendingCreate> ordered) {
    Set<UUID> inserted = new HashSet<>();
    boolean imports = ordered.stream().anyMatch(PendingCreate::isImported);
    query(
        imports ? EventSql.INSERT_IMPORTED : EventSql.INSERT,
        row -> inserted.add(row.getObject(1, UUID.class)),
        imports ? EventColumns.allImported(ordered) : EventColumns.all(ordered));
    return inserted;
  }

  /**
   * Finds the events that are there already for creates: with their own ids or request ids.
   *
   * @return by the ids that the creates have
   */
  public Map<UUID, Event> earlier(List<PendingCreate> creates) {
    List<List<Event>> found =
        events(
            EventSql.EARLIER,
            creates.stream().map(pending -> pending.event().ownerId()).toList(),
            EventColumns.owners(events(creates)),
            EventColumns.ids(events(creates)),
            EventColumns.requestIds(creates));
    Map<UUID, Event> earlier = new HashMap<>();
    for (int i = 0; i < creates.size(); i++) {
      for (Event event : found.get(i)) {
        earlier.put(creates.get(i).event().id(), event);
      }
    }
    return earlier;
  }

  /**
   * Finds the other event that was imported from the same component as each event.
   *
   * @param events have sources
   * @return by the ids of the events in question; none for those whose component is new
   */
  public Map<UUID, IcalUidExistsException> sameComponent(List<Event> events) {
    Map<UUID, IcalUidExistsException> same = new HashMap<>();
    query(
        ComponentSql.SAME_COMPONENT,
        row ->
            same.put(
                row.getObject(1, UUID.class),
                new IcalUidExistsException(row.getObject(2, UUID.class))),
        ComponentColumns.components(events));
    return same;
  }

  /** As {@link calendar.event.EventStorage#find}. */
  public List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    ComponentRows rows = new ComponentRows(ownerId);
    query(ComponentSql.FIND, rows, ComponentColumns.find(ownerId, uids, after, limit));
    return rows.all();
  }

  /**
   * Finds the earliest other event that takes the time of each event.
   *
   * @return by the ids of the events in question; none for those whose time is free
   */
  public Map<UUID, TimeConflictException> conflicts(List<Event> events) {
    Map<UUID, TimeConflictException> conflicts = new HashMap<>();
    query(
        EventSql.CONFLICTS,
        row ->
            conflicts.put(
                row.getObject(1, UUID.class),
                new TimeConflictException(
                    row.getObject(2, UUID.class),
                    Statements.instant(row, 3),
                    Statements.instant(row, 4))),
        EventColumns.owners(events),
        EventColumns.ids(events),
        EventColumns.starts(events),
        EventColumns.ends(events));
    return conflicts;
  }

  /** Finds the event for each, in their order; none where the owner has none with the id. */
  public List<List<Event>> get(List<PendingGet> gets) {
    return events(EventSql.GET, owners(gets), EventColumns.gets(gets));
  }

  /** Finds the events for each, in their order. */
  public List<List<Event>> list(List<PendingList> lists) {
    boolean allFit = lists.stream().allMatch(PendingList::alwaysFits);
    String sql = allFit ? EventSql.LIST : EventSql.LONG_LIST;
    return events(sql, owners(lists), EventColumns.lists(lists));
  }

  /** Returns if the database answers and has the tables. */
  public void ping() {
    query(EventSql.PING, row -> {});
  }

  private static List<Event> events(List<PendingCreate> creates) {
    return creates.stream().map(PendingCreate::event).toList();
  }

  private static List<String> owners(List<? extends PendingRead<?>> reads) {
    return reads.stream().map(PendingRead::ownerId).toList();
  }

  private List<List<Event>> events(String sql, List<String> owners, Object... parameters) {
    EventRows rows = new EventRows(owners);
    query(sql, rows, parameters);
    return rows.all();
  }

  private void query(String sql, Statements.RowReader reader, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      Statements.query(connection, sql, reader, parameters);
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }
}
