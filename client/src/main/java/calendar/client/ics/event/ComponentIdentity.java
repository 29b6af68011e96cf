package calendar.client.ics.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Identifies a component and its version (RFC 5545, 3.8.4.7, 3.8.4.4, 3.8.7.4, 3.8.7.3).
 *
 * @param uid empty if the file has none
 * @param recurrenceId the RECURRENCE-ID of a single occurrence; empty for all other events
 * @param sequence the SEQUENCE; 0 if it is missing or invalid
 * @param modifiedTime the LAST-MODIFIED; empty if it is missing or invalid
 */
public record ComponentIdentity(
    String uid, String recurrenceId, int sequence, Optional<Instant> modifiedTime) {

  /** Returns true if this version is later than the other: by SEQUENCE, then LAST-MODIFIED. */
  public boolean isLaterThan(ComponentIdentity other) {
    return sequence != other.sequence
        ? sequence > other.sequence
        : isModifiedAfter(other.modifiedTime);
  }

  /** Returns true if this was modified after the other time. An empty time is before every time. */
  public boolean isModifiedAfter(Optional<Instant> other) {
    return modifiedTime.isPresent() && (other.isEmpty() || modifiedTime.get().isAfter(other.get()));
  }

  /** Returns a copy with another UID. */
  public ComponentIdentity withUid(String otherUid) {
    return new ComponentIdentity(otherUid, recurrenceId, sequence, modifiedTime);
  }
}
