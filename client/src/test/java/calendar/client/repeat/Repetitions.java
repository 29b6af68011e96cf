package calendar.client.repeat;

import calendar.client.time.TimeReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A grammar for tests. In Brussels it is Tuesday, the first of December 2026. */
final class Repetitions {
  static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T23:30:15.678Z"), ZoneOffset.UTC);

  private Repetitions() {}

  static RepeatRule parse(String words) {
    return parse(words, BRUSSELS);
  }

  static RepeatRule parse(String words, ZoneId zone) {
    return new RepeatGrammar(new TimeReader(CLOCK, zone)).parse(words);
  }

  /** The rule of a timed series in Brussels. */
  static String rrule(String words, LocalDateTime firstStart) {
    return parse(words).rrule(firstStart, BRUSSELS, false);
  }
}
