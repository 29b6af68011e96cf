package calendar.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One start that a recurrence gives.
 *
 * @param local on the clock of the recurrence
 */
public record Start(Instant instant, LocalDateTime local) implements Comparable<Start> {
  @Override
  public int compareTo(Start other) {
    return instant.compareTo(other.instant);
  }
}
