package calendar.client.repeat;

import calendar.client.time.text.TimeInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The end of a repetition. */
sealed interface RepeatEnd {

  /**
   * The COUNT or UNTIL of the rule, after a semicolon. Empty for a repetition without end. UNTIL is
   * in UTC, or a date if the series is all-day (RFC 5545 section 3.3.10).
   *
   * @throws TimeInputException if the end is before the first start
   */
  String part(FirstStart first, RepeatUnit unit);

  /** The words for it, with a leading comma or blank. Empty for a repetition without end. */
  String words(ZoneId zone);

  record Never() implements RepeatEnd {
    @Override
    public String part(FirstStart first, RepeatUnit unit) {
      return "";
    }

    @Override
    public String words(ZoneId zone) {
      return "";
    }
  }

  /** 10 times, the first start included. */
  record Times(int count) implements RepeatEnd {
    static final int MOST = 9_999;

    @Override
    public String part(FirstStart first, RepeatUnit unit) {
      return ";COUNT=" + count;
    }

    @Override
    public String words(ZoneId zone) {
      return ", %d %s".formatted(count, count == 1 ? "time" : "times");
    }
  }

  /** Until a day, inclusive. */
  record LastDay(LocalDate day) implements RepeatEnd {
    static final DateTimeFormatter WORDS =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    @Override
    public String part(FirstStart first, RepeatUnit unit) {
      if (day.isBefore(first.day())) {
        throw new TimeInputException(
            "the repetition ends on %s, before the first start on %s"
                .formatted(WORDS.format(day), WORDS.format(first.day())));
      }
      return first.allDay()
          ? ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(day)
          : new LastTime(lastSecond(first.zone())).part(first, unit);
    }

    @Override
    public String words(ZoneId zone) {
      return " until " + WORDS.format(day);
    }

    /** The last second of the day. */
    Instant lastSecond(ZoneId zone) {
      return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
  }

  /** Until a point in time, inclusive. */
  record LastTime(Instant time) implements RepeatEnd {
    private static final DateTimeFormatter UTC =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET =
        DateTimeFormatter.ofPattern("HH:mm:ss xxxxx", Locale.ROOT);

    @Override
    public String part(FirstStart first, RepeatUnit unit) {
      if (first.allDay()) {
        return new LastDay(LocalDate.ofInstant(time, first.zone())).part(first, unit);
      }
      if (time.isBefore(first.instant())) {
        throw new TimeInputException(
            "the repetition ends on %s, before the first start on %s"
                .formatted(moment(first.zone()), words(first.time(), MINUTE)));
      }
      return ";UNTIL=" + UTC.format(time);
    }

    @Override
    public String words(ZoneId zone) {
      return " until " + moment(zone);
    }

    /** Adds the offset if the local time occurs twice. */
    private String moment(ZoneId zone) {
      LocalDateTime local = LocalDateTime.ofInstant(time, zone);
      if (zone.getRules().getValidOffsets(local).size() > 1) {
        return LastDay.WORDS.format(local) + " " + OFFSET.format(time.atZone(zone));
      }
      return words(local, local.getSecond() == 0 ? MINUTE : SECOND);
    }

    private static String words(LocalDateTime local, DateTimeFormatter timeOfDay) {
      return LastDay.WORDS.format(local) + " " + timeOfDay.format(local);
    }
  }

  /** For 10 weeks from the first start on. Its end is exclusive. */
  record Period(int count, RepeatUnit unit) implements RepeatEnd {
    @Override
    public String part(FirstStart first, RepeatUnit repeated) {
      LocalDateTime end = first.time().plus(count, unit.length());
      return repeated == RepeatUnit.HOUR
          ? new LastTime(first.resolve(end.minusSeconds(1))).part(first, repeated)
          : new LastDay(end.toLocalDate().minusDays(1)).part(first, repeated);
    }

    @Override
    public String words(ZoneId zone) {
      return " for %d %s".formatted(count, unit.words(count).replaceFirst("^\\d+ ", ""));
    }
  }
}
