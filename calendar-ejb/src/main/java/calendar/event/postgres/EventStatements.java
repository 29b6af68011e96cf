package calendar.event.postgres;

import calendar.database.Statements;
import calendar.error.IcalUidExistsException;
import calendar.error.TimeConflictException;
import calendar.event.Event;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.event.postgres.batch.BatchStatements;
import calendar.event.postgres.batch.PendingCreate;
import calendar.event.postgres.batch.PendingGet;
import calendar.event.postgres.batch.PendingList;
import calendar.event.postgres.batch.PendingRead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * Reads and writes many events, each method by one SQL statement. The statement commits by itself
 * at READ COMMITTED, unless the caller has a transaction. Changes that take several statements are
 * in {@link EventTransactions}. Safe for use by any number of threads.
 */
public final class EventStatements implements BatchStatements {
  private final DataSource database;

  public EventStatements(DataSource database) {
    this.database = database;
  }

  @Override
  public Set<UUID> insert(List<PendingCreate> creates) {
    Set<UUID> inserted = new HashSet<>();
    boolean allPlain = creates.stream().allMatch(create -> OptionalColumns.areNull(create.event()));
    query(
        allPlain ? EventSql.INSERT : EventSql.INSERT_COMPLETE,
        row -> inserted.add(uuid(row, "id")),
        allPlain ? EventColumns.plain(creates) : EventColumns.complete(creates));
    return inserted;
  }

  @Override
  public Map<UUID, Event> findExisting(List<PendingCreate> creates) {
    List<Event> events = creates.stream().map(PendingCreate::event).toList();
    List<List<Event>> found =
        events(
            EventSql.EXISTING,
            events.stream().map(Event::ownerId).toList(),
            EventColumns.owners(events),
            EventColumns.ids(events),
            EventColumns.requestIds(creates));
    Map<UUID, Event> existing = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      for (Event event : found.get(i)) {
        existing.put(events.get(i).id(), event);
      }
    }
    return existing;
  }

  @Override
  public Map<UUID, IcalUidExistsException> findSameComponents(List<Event> events) {
    Map<UUID, IcalUidExistsException> same = new HashMap<>();
    query(
        ComponentSql.SAME_COMPONENT,
        row -> same.put(uuid(row, "id"), new IcalUidExistsException(uuid(row, "other_id"))),
        ComponentColumns.components(events));
    return same;
  }

  @Override
  public Map<UUID, TimeConflictException> findConflicts(List<Event> events) {
    Map<UUID, TimeConflictException> conflicts = new HashMap<>();
    query(
        EventSql.CONFLICTS,
        row ->
            conflicts.put(
                uuid(row, "id"),
                new TimeConflictException(
                    uuid(row, "conflict_id"),
                    Statements.instant(row, "conflict_start"),
                    Statements.instant(row, "conflict_end"))),
        EventColumns.owners(events),
        EventColumns.ids(events),
        EventColumns.starts(events),
        EventColumns.ends(events));
    return conflicts;
  }

  @Override
  public List<List<Event>> get(List<PendingGet> gets) {
    return events(EventSql.GET, owners(gets), EventColumns.gets(gets));
  }

  @Override
  public List<List<Event>> list(List<PendingList> lists) {
    boolean allFit = lists.stream().allMatch(PendingList::alwaysFits);
    ListRows rows = new ListRows(owners(lists));
    query(allFit ? EventSql.LIST : EventSql.LONG_LIST, rows, EventColumns.lists(lists));
    List<List<Event>> found = new ArrayList<>(rows.busyEvents());
    List<Integer> mixed = rows.listsWithFreeEvents();
    if (!mixed.isEmpty()) {
      List<PendingList> again = mixed.stream().map(lists::get).toList();
      List<List<Event>> all = events(EventSql.MIXED_LIST, owners(again), EventColumns.lists(again));
      for (int i = 0; i < all.size(); i++) {
        found.set(mixed.get(i), all.get(i));
      }
    }
    return found;
  }

  /** As {@link calendar.event.EventStorage#find}. */
  List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    ComponentRows rows = new ComponentRows(ownerId);
    query(ComponentSql.FIND, rows, ComponentColumns.find(ownerId, uids, after, limit));
    return rows.all();
  }

  /**
   * Checks that the database answers and has the tables of this version.
   *
   * @throws calendar.error.StorageUnavailableException if it does not
   */
  void ping() {
    query(EventSql.PING, row -> {});
  }

  private static List<String> owners(List<? extends PendingRead<?>> reads) {
    return reads.stream().map(PendingRead::ownerId).toList();
  }

  private List<List<Event>> events(String sql, List<String> owners, Object... parameters) {
    EventRows rows = new EventRows(owners);
    query(sql, rows, parameters);
    return rows.all();
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private void query(String sql, Statements.RowReader reader, Object... parameters) {
    Statements.query(database, sql, reader, parameters);
  }
}
