package calendar.event.postgres;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The primary key of {@code events}. The owner comes first, because it is the shard key. */
public class EventKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private String ownerId;
  private UUID id;

  /** For JPA. */
  public EventKey() {}

  EventKey(String ownerId, UUID id) {
    this.ownerId = ownerId;
    this.id = id;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventKey key && ownerId.equals(key.ownerId) && id.equals(key.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ownerId, id);
  }
}
