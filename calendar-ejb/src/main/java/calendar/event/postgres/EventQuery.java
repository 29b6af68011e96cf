package calendar.event.postgres;

import calendar.event.Event;
import calendar.reminder.Reminder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a statement of {@link EventSql}, and puts rows of events and reminders together. */
final class EventQuery {
  private EventQuery() {}

  static Query statement(EntityManager entities, String sql, Object... parameters) {
    return bind(entities.createNativeQuery(sql), parameters);
  }

  static Optional<Event> one(EntityManager entities, String sql, Object... parameters) {
    return list(entities, sql, parameters).stream().findFirst();
  }

  static List<Event> list(EntityManager entities, String sql, Object... parameters) {
    Query query = entities.createNativeQuery(sql, ReminderEntity.WITH_EVENT);
    Map<EventEntity, List<Reminder>> remindersByEvent = new LinkedHashMap<>();
    for (Object row : bind(query, parameters).getResultList()) {
      Object[] entitiesOfRow = (Object[]) row;
      List<Reminder> reminders =
          remindersByEvent.computeIfAbsent((EventEntity) entitiesOfRow[0], e -> new ArrayList<>());
      if (entitiesOfRow[1] != null) {
        reminders.add(((ReminderEntity) entitiesOfRow[1]).toReminder());
      }
    }
    return remindersByEvent.entrySet().stream()
        .map(entry -> entry.getKey().toEvent(List.copyOf(entry.getValue())))
        .toList();
  }

  private static Query bind(Query query, Object... parameters) {
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, column(parameters[i]));
    }
    return query;
  }

  /** Native statements do not pass through {@link InstantConverter}. */
  private static Object column(Object parameter) {
    return parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter;
  }
}
