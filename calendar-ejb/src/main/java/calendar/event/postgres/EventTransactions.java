package calendar.event.postgres;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import calendar.database.DatabaseErrors;
import calendar.error.DateBusyException;
import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.Interval;
import calendar.reminder.Reminder;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Where the transactions of events begin: each method is one, new, at READ COMMITTED, and committed
 * when the method has returned. Any exception rolls it back. When another transaction got in the
 * way, that is {@link calendar.database.CollisionException}: to be looked into in a new
 * transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventTransactions {
  private static final Instant BEFORE_ALL = Instant.parse("-4000-01-01T00:00:00Z");

  @PersistenceContext(unitName = "calendar")
  private EntityManager entities;

  /** Adds an event with its reminders; answers false where its time or request id is taken. */
  public boolean insert(Event event, Optional<UUID> requestId) {
    int inserted =
        EventQuery.statement(
                entities,
                EventSql.INSERT,
                event.ownerId(),
                event.id(),
                event.title(),
                event.description(),
                event.startTime(),
                event.endTime(),
                event.version(),
                event.createTime(),
                event.updateTime(),
                requestId.map(UUID::toString).orElse(null))
            .executeUpdate();
    if (inserted == 0) {
      return false;
    }
    event.reminders().forEach(reminder -> entities.persist(new ReminderEntity(event, reminder)));
    entities.flush();
    return true;
  }

  /**
   * Tells why an event was not inserted: the event that its request id created before, which is the
   * answer then, or one that takes its time. Empty if neither is there any more.
   *
   * @throws DateBusyException naming the earliest event in the way
   */
  public Optional<CreatedEvent> settle(Event wanted, Optional<UUID> requestId) {
    Optional<Event> earlier =
        requestId.flatMap(
            request -> EventQuery.one(entities, EventSql.BY_REQUEST_ID, wanted.ownerId(), request));
    if (earlier.isEmpty()) {
      requireFree(wanted);
    }
    return earlier.map(event -> new CreatedEvent(event, true));
  }

  /**
   * Returns if no other event takes the time of the wanted one.
   *
   * @throws DateBusyException naming the earliest event in the way
   */
  public void requireFree(Event wanted) {
    EventQuery.one(
            entities,
            EventSql.CONFLICT,
            wanted.ownerId(),
            wanted.startTime(),
            wanted.endTime(),
            wanted.id())
        .ifPresent(
            busy -> {
              throw new DateBusyException(busy.id(), busy.startTime(), busy.endTime());
            });
  }

  /** As {@link calendar.event.EventStorage#get}. */
  public Event get(String ownerId, UUID id) {
    return EventQuery.one(entities, EventSql.BY_ID, ownerId, id)
        .orElseThrow(() -> new EventNotFoundException(ownerId, id));
  }

  /** As {@link calendar.event.EventStorage#update}, but for what collides. */
  public Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change) {
    EventQuery.statement(entities, EventSql.LOCK_OWNER, ownerId).getSingleResult();
    EventEntity entity = lock(ownerId, id);
    Event present = get(ownerId, id);
    requireState(present, etag);
    Event changed = change.apply(present);
    entity.become(changed);
    replaceReminders(present, changed);
    entities.flush();
    return changed;
  }

  /** As {@link calendar.event.EventStorage#delete}. */
  public void delete(String ownerId, UUID id, Optional<String> etag) {
    EventEntity entity = lock(ownerId, id);
    requireState(entity.toEvent(List.of()), etag);
    entities.remove(entity);
    entities.flush();
  }

  /** As {@link calendar.event.EventStorage#list}. */
  public List<Event> list(String ownerId, Interval interval, Optional<Instant> after, int limit) {
    return EventQuery.list(
        entities,
        EventSql.LIST,
        ownerId,
        interval.start(),
        interval.end(),
        after.orElse(BEFORE_ALL),
        limit);
  }

  /** Returns if the database answers and has the tables. */
  public void ping() {
    EventQuery.statement(entities, EventSql.PING).getSingleResult();
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

  private static void requireState(Event present, Optional<String> etag) {
    if (etag.isPresent() && !etag.get().equals(present.etag())) {
      throw new EtagMismatchException(present.id());
    }
  }

  private void replaceReminders(Event present, Event changed) {
    List<Reminder> gone = new ArrayList<>(present.reminders());
    gone.removeAll(changed.reminders());
    gone.forEach(reminder -> entities.remove(entities.find(ReminderEntity.class, reminder.id())));
    // The rows leave before the new ones come, which may have the same remind_before.
    entities.flush();
    changed.reminders().stream()
        .filter(reminder -> !present.reminders().contains(reminder))
        .forEach(reminder -> entities.persist(new ReminderEntity(changed, reminder)));
  }
}
