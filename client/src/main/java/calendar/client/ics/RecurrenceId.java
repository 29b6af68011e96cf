package calendar.client.ics;

import calendar.client.ics.syntax.ContentLine;
import calendar.client.ics.zone.name.ZoneNames;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Compares the RECURRENCE-IDs of {@link calendar.client.ics.event.ComponentIdentity}. */
public final class RecurrenceId {
  private static final String ZONE = "TZID=";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RecurrenceId() {}

  /**
   * Returns a normal form: one text for all spellings of an instant. Floating times, dates and
   * times in an unknown zone stay unchanged.
   */
  public static String comparable(String recurrenceId) {
    return instant(recurrenceId).map(Instant::toString).orElse(recurrenceId);
  }

  /** Formats a time in UTC, as iCalendar does. */
  static String inUtc(Instant time) {
    return UTC.format(time);
  }

  /**
   * Returns true if both mean the same occurrence. Compares instants, or local dates if one of them
   * is a date.
   */
  public static boolean matches(String one, String other) {
    if (comparable(one).equals(comparable(other))) {
      return true;
    }
    Optional<TimeProperty> first = read(one);
    Optional<TimeProperty> second = read(other);
    return first.isPresent()
        && second.isPresent()
        && first.get().isDate() != second.get().isDate()
        && first.get().date().equals(second.get().date());
  }

  private static Optional<TimeProperty> read(String recurrenceId) {
    try {
      String text = recurrenceId.startsWith(ZONE) ? ";" + recurrenceId : ":" + recurrenceId;
      return Optional.of(TimeProperty.of(new ContentLine(1, "RECURRENCE-ID" + text)));
    } catch (InvalidComponentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String recurrenceId) {
    return read(recurrenceId).filter(time -> !time.isDate()).flatMap(RecurrenceId::instant);
  }

  private static Optional<Instant> instant(TimeProperty time) {
    Optional<ZoneId> zone =
        time.offset().<ZoneId>map(offset -> offset).or(() -> ZoneNames.known(time.zoneName()));
    return zone.map(known -> time.local().atZone(known).toInstant());
  }
}
