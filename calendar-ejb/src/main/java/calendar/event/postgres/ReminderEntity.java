package calendar.event.postgres;

import static java.time.temporal.ChronoUnit.MICROS;

import calendar.event.Event;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code reminders}, so that marking one never rewrites the row of its event. */
@Entity
@Table(name = "reminders")
public class ReminderEntity {
  @Id private UUID id;

  @Column(name = "owner_id")
  private String ownerId;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "remind_before_micros")
  private long remindBeforeMicros;

  @Column(name = "remind_time")
  private Instant remindTime;

  @Column(name = "due_time")
  private Instant dueTime;

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
    dueTime = reminder.remindTime();
    state = reminder.state();
    deliverTime = reminder.deliverTime().orElse(null);
  }
}
