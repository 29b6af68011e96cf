package calendar.audit;

import java.time.Instant;
import java.util.Map;

/**
 * An attempt to change something. It never has titles, descriptions, tokens or other contents.
 *
 * @param time when it ended, by the clock of the host
 * @param subject who tried; empty for a caller who is not known
 * @param method what was tried, such as {@code UpdateEvent}
 * @param ownerId whose calendar; empty if that is not known
 * @param id the event or series; empty if there is none
 * @param outcome how it ended
 * @param details further fields; those with an empty value are left out
 */
public record AuditEntry(
    Instant time,
    String subject,
    String method,
    String ownerId,
    String id,
    Outcome outcome,
    Map<String, String> details) {
  /** The subject of what the scheduler does by itself. */
  public static final String SCHEDULER = "system:scheduler";

  /** Something that the scheduler did by itself, to many calendars. */
  public static AuditEntry ofScheduler(Instant time, String method, Map<String, String> details) {
    return new AuditEntry(time, SCHEDULER, method, "", "", Outcome.OK, details);
  }
}
