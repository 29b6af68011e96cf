package calendar.event.postgres;

import static java.time.temporal.ChronoUnit.MICROS;

import calendar.event.Event;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FieldResult;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code reminders}, so that marking one never rewrites the row of its event. */
@Entity
@Table(name = "reminders")
@SqlResultSetMapping(
    name = ReminderEntity.WITH_EVENT,
    entities = {
      @EntityResult(entityClass = EventEntity.class),
      @EntityResult(
          entityClass = ReminderEntity.class,
          fields = {
            @FieldResult(name = "id", column = "reminder_id"),
            @FieldResult(name = "eventId", column = "id")
          })
    })
public class ReminderEntity {
  /** Rows of an event and one of its reminders, which is null where the event has none. */
  static final String WITH_EVENT = "event with reminder";

  @Id private UUID id;

  @Column(name = "owner_id")
  private String ownerId;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "remind_before_micros")
  private long remindBeforeMicros;

  @Column(name = "remind_time")
  private Instant remindTime;

  @Enumerated(EnumType.STRING)
  private ReminderState state;

  @Column(name = "deliver_time")
  private Instant deliverTime;

  /** For JPA. */
  protected ReminderEntity() {}

  ReminderEntity(Event event, Reminder reminder) {
    id = reminder.id();
    ownerId = event.ownerId();
    eventId = event.id();
    remindBeforeMicros = MICROS.between(reminder.remindTime(), event.startTime());
    remindTime = reminder.remindTime();
    state = reminder.state();
    deliverTime = reminder.deliverTime().orElse(null);
  }

  Reminder toReminder() {
    return new Reminder(
        id,
        Duration.of(remindBeforeMicros, MICROS),
        remindTime,
        state,
        Optional.ofNullable(deliverTime));
  }
}
