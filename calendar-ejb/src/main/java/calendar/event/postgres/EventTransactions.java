package calendar.event.postgres;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import calendar.database.DatabaseErrors;
import calendar.database.Statements;
import calendar.database.Statements.Array;
import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.event.Event;
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

/**
 * Changes of events, which take several statements: each method is a transaction, new, at READ
 * COMMITTED, committed when the method has returned. Any exception rolls it back. When another
 * transaction got in the way, that is {@link calendar.database.CollisionException}: to be looked
 * into in a new transaction. What takes one statement is in {@link EventStatements}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventTransactions {
  @PersistenceContext(unitName = "calendar")
  private EntityManager entities;

  /** As {@link calendar.event.EventStorage#update}, but for what collides. */
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    Statements.query(connection(), EventSql.LOCK_OWNER, row -> {}, ownerId);
    requireState(lock(ownerId, id), etag);
    Event present = read(ownerId, id);
    Event changed = change.apply(present);
    write(changed);
    replaceReminders(present, changed);
    return changed;
  }

  /** As {@link calendar.event.EventStorage#delete}. */
  public void delete(String ownerId, UUID id, Optional<String> etag, Instant now) {
    EventEntity entity = lock(ownerId, id);
    requireState(entity, etag);
    removeReminders(ownerId, id, List.of());
    if (entity.isImported()) {
      Statements.query(connection(), ComponentSql.REMEMBER_DELETED, row -> {}, now, ownerId, id);
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

  /** The connection that the entities use in this transaction; it is not ours to close. */
  private Connection connection() {
    return entities.unwrap(Connection.class);
  }

  private Event read(String ownerId, UUID id) {
    EventRows rows = new EventRows(List.of(ownerId));
    Object[] parameters = EventColumns.gets(List.of(PendingGet.of(ownerId, id)));
    Statements.query(connection(), EventSql.GET, rows, parameters);
    return rows.all().get(0).get(0);
  }

  private void write(Event event) {
    Statements.query(connection(), EventSql.UPDATE, row -> {}, EventColumns.update(event));
  }

  private EventEntity lock(String ownerId, UUID id) {
    EventEntity entity =
        entities.find(EventEntity.class, new EventKey(ownerId, id), PESSIMISTIC_WRITE);
    if (entity == null) {
      throw new EventNotFoundException(ownerId, id);
    }
    return entity;
  }

  private static void requireState(EventEntity present, Optional<String> etag) {
    if (etag.isPresent() && !etag.get().equals(present.etag())) {
      throw new EtagMismatchException(present.id());
    }
  }

  private void replaceReminders(Event present, Event changed) {
    List<Reminder> staying = new ArrayList<>(present.reminders());
    staying.retainAll(changed.reminders());
    if (staying.size() < present.reminders().size()) {
      removeReminders(present.ownerId(), present.id(), staying);
    }
    List<Reminder> coming = new ArrayList<>(changed.reminders());
    coming.removeAll(staying);
    if (!coming.isEmpty()) {
      Object[] columns = EventColumns.reminders(changed, coming);
      Statements.query(connection(), EventSql.INSERT_REMINDERS, row -> {}, columns);
    }
  }

  private void removeReminders(String ownerId, UUID id, List<Reminder> staying) {
    Array ids = new Array("uuid", staying.stream().map(Reminder::id));
    Statements.query(connection(), EventSql.REMOVE_REMINDERS, row -> {}, ownerId, id, ids);
  }
}
