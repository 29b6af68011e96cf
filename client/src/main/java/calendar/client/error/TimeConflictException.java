package calendar.client.error;

import calendar.v1.OccurrenceConflict;
import calendar.v1.SeriesConflicts;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The event, or some occurrences of the series, would overlap another event of the owner ({@code
 * DATE_BUSY}). Identifies the earliest conflicting event.
 */
public final class TimeConflictException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final String conflictingEventId;
  private final Instant conflictingStartTime;
  private final Instant conflictingEndTime;
  private final transient List<OccurrenceConflict> conflicts;
  private final int conflictCount;

  TimeConflictException(CallError error) {
    super(error);
    this.conflictingEventId = error.metadata().getOrDefault("conflicting_event_id", "");
    this.conflictingStartTime = time(error, "conflicting_start_time");
    this.conflictingEndTime = time(error, "conflicting_end_time");
    SeriesConflicts ofSeries =
        error.detail(SeriesConflicts.class).orElse(SeriesConflicts.getDefaultInstance());
    this.conflicts = ofSeries.getConflictsList();
    this.conflictCount = ofSeries.getConflictCount();
  }

  /** The id of the conflicting event; empty if the answer has none. */
  public String conflictingEventId() {
    return conflictingEventId;
  }

  /** The start of the conflicting event, if the answer has it. */
  public Optional<Instant> conflictingStartTime() {
    return Optional.ofNullable(conflictingStartTime);
  }

  /** The end of the conflicting event (exclusive), if the answer has it. */
  public Optional<Instant> conflictingEndTime() {
    return Optional.ofNullable(conflictingEndTime);
  }

  /** The first conflicts of a series, ordered by start. Empty if the call was about an event. */
  public List<OccurrenceConflict> conflicts() {
    return conflicts;
  }

  /** How many occurrences of a series conflict. 0 if the call was about an event. */
  public int conflictCount() {
    return conflictCount;
  }

  private static Instant time(CallError error, String key) {
    try {
      return Instant.parse(error.metadata().getOrDefault(key, ""));
    } catch (DateTimeParseException missing) {
      return null;
    }
  }
}
