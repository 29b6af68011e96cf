package calendar.client.command.output.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The days of an all-day event, formatted for people.
 *
 * @param last the last day, inclusive
 * @param zoneName the zone that the event was planned in
 */
public record DateSpan(LocalDate day, LocalDate last, String zoneName) implements EventSpan {
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /** Formats as {@code all day}. Adds the last day if it is not the first. */
  @Override
  public String times() {
    return last.equals(day) ? "all day" : "all day – " + TimeSpan.DAY.format(last);
  }

  /**
   * Formats as {@code Thu 24 Dec 2026, all day} or {@code Thu 24 Dec – Sat 26 Dec 2026, all day}.
   */
  @Override
  public String dayAndTimes() {
    String days = TimeSpan.DAY.format(last);
    if (!last.equals(day)) {
      boolean sameYear = day.getYear() == last.getYear();
      days = (sameYear ? DAY_OF_YEAR : TimeSpan.DAY).format(day) + " – " + days;
    }
    return days + ", all day";
  }
}
