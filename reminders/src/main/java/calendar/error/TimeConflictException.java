package calendar.error;

import java.time.Instant;
import java.util.UUID;

/** The owner's time is taken. Names the earliest event in the way. */
public final class TimeConflictException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final UUID conflictingEventId;
  private final Instant conflictingStartTime;
  private final Instant conflictingEndTime;

  public TimeConflictException(UUID eventId, Instant startTime, Instant endTime) {
    super("the time is taken by event %s from %s to %s".formatted(eventId, startTime, endTime));
    this.conflictingEventId = eventId;
    this.conflictingStartTime = startTime;
    this.conflictingEndTime = endTime;
  }

  public UUID conflictingEventId() {
    return conflictingEventId;
  }

  public Instant conflictingStartTime() {
    return conflictingStartTime;
  }

  public Instant conflictingEndTime() {
    return conflictingEndTime;
  }
}
