package calendar.api.call.error;

import calendar.error.Conflict;
import java.util.List;

/**
 * The conflicts of a series that was refused.
 *
 * @param first the first ones, ordered by start
 * @param count all of them
 */
public record Conflicts(List<Conflict> first, int count) {
  /** What a failure has that is not about a series. */
  public static final Conflicts NONE = new Conflicts(List.of(), 0);
}
