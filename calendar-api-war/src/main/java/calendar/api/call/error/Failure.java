package calendar.api.call.error;

import calendar.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failed call, in no protocol's terms. Each entrance translates it.
 *
 * @param message for people
 * @param metadata for programs, such as the id of the conflicting event
 * @param violations the bad fields of the request
 * @param conflicts of a series
 * @param retryAfter how long to wait before the same call may succeed; empty if waiting does not
 *     help
 */
public record Failure(
    FailureReason reason,
    String message,
    Map<String, String> metadata,
    List<Violation> violations,
    Conflicts conflicts,
    Optional<Duration> retryAfter) {

  Failure(FailureReason reason, String message) {
    this(reason, message, Map.of(), List.of(), Conflicts.NONE, Optional.empty());
  }

  Failure with(Map<String, String> newMetadata) {
    return new Failure(reason, message, newMetadata, violations, conflicts, retryAfter);
  }

  Failure with(List<Violation> newViolations) {
    return new Failure(reason, message, metadata, newViolations, conflicts, retryAfter);
  }

  Failure with(Conflicts newConflicts) {
    return new Failure(reason, message, metadata, violations, newConflicts, retryAfter);
  }

  Failure retryAfter(Duration delay) {
    return new Failure(reason, message, metadata, violations, conflicts, Optional.of(delay));
  }
}
