package calendar.client;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The owner's time is taken ({@code DATE_BUSY}). Names the earliest event in the way. */
public final class TimeConflictException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String conflictingEventId;
  private final Instant conflictingStartTime;
  private final Instant conflictingEndTime;

  TimeConflictException(CallError error) {
    super(error);
    this.conflictingEventId = error.metadata().getOrDefault("conflicting_event_id", "");
    this.conflictingStartTime = time(error, "conflicting_start_time");
    this.conflictingEndTime = time(error, "conflicting_end_time");
  }

  /** The id of the event in the way; empty if the answer does not tell. */
  public String conflictingEventId() {
    return conflictingEventId;
  }

  /** When the event in the way begins. */
  public Optional<Instant> conflictingStartTime() {
    return Optional.ofNullable(conflictingStartTime);
  }

  /** When the event in the way has ended. */
  public Optional<Instant> conflictingEndTime() {
    return Optional.ofNullable(conflictingEndTime);
  }

  private static Instant time(CallError error, String key) {
    try {
      return Instant.parse(error.metadata().getOrDefault(key, ""));
    } catch (DateTimeParseException untold) {
      return null;
    }
  }
}
