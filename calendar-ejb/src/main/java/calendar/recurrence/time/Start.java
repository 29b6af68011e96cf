package calendar.recurrence.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * One start that a recurrence gives. Ordered by instant.
 *
 * @param instant when it is
 * @param local where the rule puts it on the wall clock; 00:00 if all-day. If the clock skipped
 *     this time, the instant shows a later one
 */
public record Start(Instant instant, LocalDateTime local) implements Comparable<Start> {
  private static final Comparator<Start> ORDER =
      Comparator.comparing(Start::instant).thenComparing(Start::local);

  @Override
  public int compareTo(Start other) {
    return ORDER.compare(this, other);
  }
}
