package calendar.client.ics;

import java.time.Instant;
import java.util.Optional;

/**
 * Which component of which version it is (RFC 5545, 3.8.4.7, 3.8.4.4, 3.8.7.4, 3.8.7.3).
 *
 * @param uid empty if the file has none
 * @param recurrenceId which occurrence of a recurring event it stands for; empty for all others
 * @param sequence 0 if the file has none that can be read
 * @param modifiedTime its LAST-MODIFIED, if the file has one that can be read
 */
public record ComponentIdentity(
    String uid, String recurrenceId, int sequence, Optional<Instant> modifiedTime) {

  /** Returns true if this version is later than the other: by SEQUENCE, then LAST-MODIFIED. */
  public boolean isLaterThan(ComponentIdentity other) {
    return sequence != other.sequence
        ? sequence > other.sequence
        : isModifiedAfter(other.modifiedTime);
  }

  /** Returns true if it was modified after the time. No time at all is before every time. */
  public boolean isModifiedAfter(Optional<Instant> other) {
    return modifiedTime.isPresent() && (other.isEmpty() || modifiedTime.get().isAfter(other.get()));
  }

  /** The same version of an event whose UID is another. */
  public ComponentIdentity withUid(String otherUid) {
    return new ComponentIdentity(otherUid, recurrenceId, sequence, modifiedTime);
  }
}
