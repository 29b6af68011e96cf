package calendar.event.postgres;

import calendar.event.Event;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
    Query query = entities.createNativeQuery(sql, EventEntity.WITH_REMINDER);
    Map<EventEntity, List<Reminder>> remindersByEvent = new LinkedHashMap<>();
    for (Object row : bind(query, parameters).getResultList()) {
      Object[] columns = (Object[]) row;
      List<Reminder> reminders =
          remindersByEvent.computeIfAbsent((EventEntity) columns[0], event -> new ArrayList<>());
      if (columns[1] != null) {
        reminders.add(reminder(columns));
      }
    }
    return remindersByEvent.entrySet().stream()
        .map(entry -> entry.getKey().toEvent(List.copyOf(entry.getValue())))
        .toList();
  }

  private static Reminder reminder(Object... columns) {
    return new Reminder(
        (UUID) columns[1],
        Duration.of((Long) columns[2], ChronoUnit.MICROS),
        ((Timestamp) columns[3]).toInstant(),
        ReminderState.valueOf((String) columns[4]),
        Optional.ofNullable((Timestamp) columns[5]).map(Timestamp::toInstant));
  }

  private static Query bind(Query query, Object... parameters) {
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, column(parameters[i]));
    }
    return query;
  }

  /** Native statements do not pass through {@link InstantConverter}. */
  private static Object column(Object parameter) {
    return parameter instanceof Instant time ? Timestamp.from(time) : parameter;
  }
}
