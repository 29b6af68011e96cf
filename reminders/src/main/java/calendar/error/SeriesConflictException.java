package calendar.error;

import java.util.List;

/** The time of some occurrences of a series is taken. */
public final class SeriesConflictException extends CalendarException {
  private static final long serialVersionUID = 1L;

  /** How many conflicts clients get. */
  public static final int CONFLICTS_SHOWN = 20;

  private final Conflict[] first;
  private final int count;

  /**
   * @param conflicts all of them, ordered by start; at least one
   */
  public SeriesConflictException(List<Conflict> conflicts) {
    super(message(conflicts));
    this.first = conflicts.stream().limit(CONFLICTS_SHOWN).toArray(Conflict[]::new);
    this.count = conflicts.size();
  }

  /** The first {@value #CONFLICTS_SHOWN} conflicts, ordered by start. */
  public List<Conflict> firstConflicts() {
    return List.of(first);
  }

  /** How many occurrences conflict. */
  public int count() {
    return count;
  }

  private static String message(List<Conflict> conflicts) {
    Conflict one = conflicts.get(0);
    return "the time of %,d %s is taken; the first, from %s to %s, by event %s from %s to %s"
        .formatted(
            conflicts.size(),
            conflicts.size() == 1 ? "occurrence" : "occurrences",
            one.start(),
            one.end(),
            one.eventId(),
            one.eventStart(),
            one.eventEnd());
  }
}
