package calendar.client.repeat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Reads the value of UNTIL: a date, a time in UTC or a time of the series' zone. */
final class UntilValue {
  private static final DateTimeFormatter DATE = formatter("uuuuMMdd");
  private static final DateTimeFormatter TIME = formatter("uuuuMMdd'T'HHmmss");
  private static final int DATE_LENGTH = 8;

  /** In words, four digits below this are not a year. */
  private static final int FIRST_YEAR = 1900;

  private UntilValue() {}

  /**
   * Reads a value. The last second of a day is the same end as the day.
   *
   * @return empty if it is not valid, or if there are no words for it
   */
  static Optional<RepeatEnd> read(String value, ZoneId zone) {
    try {
      return Optional.of(
              value.length() == DATE_LENGTH
                  ? new RepeatEnd.LastDay(LocalDate.parse(value, DATE))
                  : end(instant(value, zone), zone))
          .filter(end -> hasWords(end, zone));
    } catch (DateTimeException notValid) {
      return Optional.empty();
    }
  }

  private static Instant instant(String value, ZoneId zone) {
    boolean utc = value.endsWith("Z");
    LocalDateTime local =
        LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, TIME);
    return local.atZone(utc ? ZoneOffset.UTC : zone).toInstant();
  }

  private static RepeatEnd end(Instant time, ZoneId zone) {
    RepeatEnd.LastDay day = new RepeatEnd.LastDay(LocalDate.ofInstant(time, zone));
    return day.lastSecond(zone).equals(time) ? day : new RepeatEnd.LastTime(time);
  }

  private static boolean hasWords(RepeatEnd end, ZoneId zone) {
    int year =
        end instanceof RepeatEnd.LastTime last
            ? last.time().atZone(zone).getYear()
            : ((RepeatEnd.LastDay) end).day().getYear();
    return year >= FIRST_YEAR;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
