package calendar.event.postgres;

import calendar.event.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A row of {@code events}, to be locked or removed: what that takes of it. Its other columns are
 * read and written by {@link EventSql}. Times above all: EclipseLink takes them through {@link
 * java.sql.Timestamp}, also as OffsetDateTime, and so by the Julian calendar before 1582-10-15.
 */
@Entity
@Table(name = "events")
@IdClass(EventKey.class)
public class EventEntity {
  @Id
  @Column(name = "owner_id")
  private String ownerId;

  @Id private UUID id;

  private long version;

  @Column(name = "ical_uid")
  private String icalUid;

  /** For JPA. */
  protected EventEntity() {}

  UUID id() {
    return id;
  }

  boolean isImported() {
    return icalUid != null;
  }

  String etag() {
    return Event.etag(version);
  }
}
