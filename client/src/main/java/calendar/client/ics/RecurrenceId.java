package calendar.client.ics;

import calendar.client.ics.zone.ZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A RECURRENCE-ID as {@link ComponentIdentity} has it. */
public final class RecurrenceId {
  private static final String ZONE = "TZID=";

  private RecurrenceId() {}

  /**
   * A text that is the same for all ways to write one instant. A floating time, a date and a time
   * in an unknown zone stay as they are.
   */
  public static String comparable(String recurrenceId) {
    return instant(recurrenceId).map(Instant::toString).orElse(recurrenceId);
  }

  private static Optional<Instant> instant(String recurrenceId) {
    try {
      String text = recurrenceId.startsWith(ZONE) ? ";" + recurrenceId : ":" + recurrenceId;
      TimeProperty time = TimeProperty.of(new ContentLine(1, "RECURRENCE-ID" + text));
      if (time.isDate()) {
        return Optional.empty();
      }
      Optional<ZoneId> zone =
          time.offset().<ZoneId>map(offset -> offset).or(() -> ZoneNames.known(time.zoneName()));
      return zone.map(known -> time.local().atZone(known).toInstant());
    } catch (InvalidComponentException unreadable) {
      return Optional.empty();
    }
  }
}
