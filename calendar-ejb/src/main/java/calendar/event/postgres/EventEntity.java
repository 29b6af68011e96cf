package calendar.event.postgres;

import calendar.error.EtagMismatchException;
import calendar.event.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code events} that a transaction locks, checks and perhaps removes. It has only the
 * columns that this needs. {@link EventSql} reads and writes the others: EclipseLink converts times
 * through {@link java.sql.Timestamp}, which is wrong before 1582-10-15. See
 * docs/decisions/0015-what-jpa-does-here.md.
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

  boolean isImported() {
    return icalUid != null;
  }

  /**
   * @param etag the state that the event must have; empty for any
   * @throws EtagMismatchException if the event has another state
   */
  void requireEtag(Optional<String> etag) {
    if (etag.isPresent() && !etag.get().equals(Event.etag(version))) {
      throw new EtagMismatchException(id);
    }
  }
}
