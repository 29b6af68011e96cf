package calendar.event.postgres;

import calendar.event.Event;
import calendar.reminder.Reminder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of {@code events}. Its reminders are rows of their own: {@link ReminderEntity}. */
@Entity
@Table(name = "events")
@IdClass(EventKey.class)
public class EventEntity {
  @Id
  @Column(name = "owner_id")
  private String ownerId;

  @Id private UUID id;

  private String title;

  private String description;

  @Column(name = "start_time")
  private Instant startTime;

  @Column(name = "end_time")
  private Instant endTime;

  private long version;

  @Column(name = "create_time")
  private Instant createTime;

  @Column(name = "update_time")
  private Instant updateTime;

  /** For JPA. */
  protected EventEntity() {}

  Event toEvent(List<Reminder> reminders) {
    return new Event(
        ownerId,
        id,
        title,
        description,
        startTime,
        endTime,
        reminders,
        version,
        createTime,
        updateTime);
  }

  void become(Event event) {
    title = event.title();
    description = event.description();
    startTime = event.startTime();
    endTime = event.endTime();
    version = event.version();
    updateTime = event.updateTime();
  }
}
