package calendar.event.postgres;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import calendar.database.DatabaseErrors;
import calendar.database.Statements;
import calendar.database.Statements.Array;
import calendar.error.EventNotFoundException;
import calendar.event.Event;
import calendar.event.postgres.EventColumns.AddedReminder;
import calendar.event.postgres.batch.PendingGet;
import calendar.reminder.Reminder;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Changes of single events. Each method is one new transaction at READ COMMITTED: it commits when
 * the method returns and rolls back on any exception. JPA locks, checks and removes the event's
 * row; SQL reads and writes its values and reminders. Each method throws {@link
 * calendar.database.CollisionException} if a concurrent transaction conflicts; the caller may then
 * try again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventTransactions {
  @PersistenceContext(unitName = "calendar")
  private EntityManager entities;

  /** As {@link calendar.event.EventStorage#update}, but does not name the conflicting event. */
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    execute(EventSql.LOCK_OWNER, ownerId);
    lock(ownerId, id).requireEtag(etag);
    Event stored = read(ownerId, id);
    Event changed = change.apply(stored);
    execute(EventSql.UPDATE, EventColumns.update(changed));
    replaceReminders(stored, changed);
    return changed;
  }

  /** As {@link calendar.event.EventStorage#delete}. */
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    EventEntity entity = lock(ownerId, id);
    entity.requireEtag(etag);
    removeReminders(ownerId, id, List.of());
    if (entity.isImported()) {
      execute(ComponentSql.REMEMBER_DELETED, now, ownerId, id);
    }
    entities.remove(entity);
    entities.flush();
  }

  @AroundInvoke
  Object translate(InvocationContext invocation) throws Exception {
    try {
      return invocation.proceed();
    } catch (PersistenceException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  private EventEntity lock(String ownerId, UUID id) {
    EventEntity entity =
        entities.find(EventEntity.class, new EventKey(ownerId, id), PESSIMISTIC_WRITE);
    if (entity == null) {
      throw new EventNotFoundException(ownerId, id);
    }
    return entity;
  }

  private Event read(String ownerId, UUID id) {
    EventRows rows = new EventRows(List.of(ownerId));
    Object[] parameters = EventColumns.gets(List.of(PendingGet.of(ownerId, id)));
    Statements.query(connection(), EventSql.GET, rows, parameters);
    return rows.all().get(0).get(0);
  }

  private void replaceReminders(Event stored, Event changed) {
    List<Reminder> kept = new ArrayList<>(stored.reminders());
    kept.retainAll(changed.reminders());
    if (kept.size() < stored.reminders().size()) {
      removeReminders(stored.ownerId(), stored.id(), kept);
    }
    List<Reminder> added = new ArrayList<>(changed.reminders());
    added.removeAll(kept);
    if (!added.isEmpty()) {
      List<AddedReminder> rows =
          added.stream().map(reminder -> new AddedReminder(changed, reminder)).toList();
      execute(EventSql.INSERT_REMINDERS, EventColumns.addedReminders(changed.ownerId(), rows));
    }
  }

  private void removeReminders(String ownerId, UUID id, List<Reminder> kept) {
    Array keptIds = new Array("uuid", kept.stream().map(Reminder::id));
    execute(EventSql.REMOVE_REMINDERS, ownerId, new Array("uuid", Stream.of(id)), keptIds);
  }

  private void execute(String sql, Object... parameters) {
    Statements.query(connection(), sql, row -> {}, parameters);
  }

  /** The connection of this transaction, which JPA uses too. JPA closes it. */
  private Connection connection() {
    return entities.unwrap(Connection.class);
  }
}
