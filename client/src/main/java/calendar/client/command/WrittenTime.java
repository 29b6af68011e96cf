package calendar.client.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;

/**
 * Times and dates as people write them, in a zone. Of a local time that comes twice, when clocks
 * are set back, it takes the first; one that is left out, when they are set forward, it refuses.
 */
final class WrittenTime {
  static final String EXPECTED =
      "expected a time such as '2026-12-01 10:00', 10:00, 'tomorrow 10:00', 'in 2 minutes' or"
          + " 2026-12-01T10:00:00Z";
  static final String EXPECTED_DATE = "expected a date such as 2026-12-01, today or tomorrow";

  private static final String IN = "in ";

  private static final DateTimeFormatter CLOCK_TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:mm[:ss]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** As RFC 3339, with a blank or a {@code T}; seconds and offset may be left out. */
  private static final DateTimeFormatter DATE_AND_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Clock clock;
  private final ZoneId zone;

  WrittenTime(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A point in time. A date alone means the start of that day; whatever is reckoned from now has
   * whole seconds.
   *
   * @throws UsageException if it is none, or the clocks of the zone never show it
   */
  Instant instant(String text) {
    String written = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (written.equals("now")) {
      return now();
    }
    if (written.startsWith(IN)) {
      return now().plus(WrittenDuration.parse(written.substring(IN.length())));
    }
    try {
      return read(written);
    } catch (DateTimeException notUnderstood) {
      throw new UsageException("%s, found '%s'".formatted(EXPECTED, text));
    }
  }

  /**
   * A date.
   *
   * @throws UsageException if it is none
   */
  LocalDate date(String text) {
    try {
      return day(text.strip().toLowerCase(Locale.ROOT));
    } catch (DateTimeException notUnderstood) {
      throw new UsageException("%s, found '%s'".formatted(EXPECTED_DATE, text));
    }
  }

  private Instant read(String written) {
    List<String> words = List.of(written.split(" "));
    if (words.size() == 1 && written.matches("\\d{1,2}:.*")) {
      return onClock(today().atTime(LocalTime.parse(written, CLOCK_TIME)));
    }
    if (words.size() == 2 && Character.isLetter(written.charAt(0))) {
      return onClock(day(words.get(0)).atTime(LocalTime.parse(words.get(1), CLOCK_TIME)));
    }
    if (words.size() == 1 && !written.contains(":")) {
      return day(written).atStartOfDay(zone).toInstant();
    }
    TemporalAccessor time =
        DATE_AND_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime fixed
        ? fixed.toInstant()
        : onClock(LocalDateTime.from(time));
  }

  private Instant onClock(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      throw new UsageException(
          "expected a time that exists: on %s the clocks of %s go from %s straight to %s, found %s"
              .formatted(
                  local.toLocalDate(),
                  zone,
                  change.getDateTimeBefore().toLocalTime(),
                  change.getDateTimeAfter().toLocalTime(),
                  local.toLocalTime()));
    }
    return local.atZone(zone).toInstant();
  }

  private LocalDate day(String written) {
    return switch (written) {
      case "today" -> today();
      case "tomorrow" -> today().plusDays(1);
      case "yesterday" -> today().minusDays(1);
      default -> LocalDate.parse(written);
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
