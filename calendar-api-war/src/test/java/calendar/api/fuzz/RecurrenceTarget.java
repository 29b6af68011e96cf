package calendar.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import calendar.event.field.TimeRules;
import calendar.recurrence.Recurrence;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines of recurrences. The first byte of an input chooses the first start, the second the zone,
 * the third whether it is all-day; the rest are the lines.
 */
public final class RecurrenceTarget {
  private static final int HEAD = 3;
  private static final Duration HORIZON = Duration.ofDays(800);
  private static final List<LocalDateTime> STARTS =
      Stream.of(
              "2026-12-01T10:00",
              "1996-02-29T09:00",
              "0001-01-01T00:00",
              "9999-12-31T23:59:59",
              "2026-03-29T02:30",
              "2011-12-30T00:00")
          .map(LocalDateTime::parse)
          .toList();
  private static final List<ZoneId> ZONES =
      Stream.of("Europe/Brussels", "UTC", "America/New_York", "Pacific/Apia", "Africa/Casablanca")
          .map(ZoneId::of)
          .toList();

  private RecurrenceTarget() {}

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > HEAD) {
      List<String> lines =
          List.of(new String(input, HEAD, input.length - HEAD, UTF_8).split("\n", -1));
      Costs.check(() -> check(start(input), lines));
    }
  }

  private static LocalStart start(byte[] input) {
    LocalDateTime time = STARTS.get((input[0] & 0xff) % STARTS.size());
    ZoneId zone = ZONES.get((input[1] & 0xff) % ZONES.size());
    boolean allDay = input[2] % 2 == 0;
    return new LocalStart(allDay ? time.toLocalDate().atStartOfDay() : time, allDay, zone);
  }

  private static void check(LocalStart start, List<String> lines) {
    // The calendar refuses other starts before it reads a rule.
    if (TimeRules.time(start.instant(), "start", new Violations())) {
      parse(lines, start).ifPresent(RecurrenceTarget::use);
    }
  }

  private static Optional<Recurrence> parse(List<String> lines, LocalStart start) {
    Violations violations = new Violations();
    Optional<Recurrence> read = Recurrence.parse(lines, start, violations);
    requireConsistent(read, violations);
    return read;
  }

  private static void requireConsistent(Optional<Recurrence> read, Violations violations) {
    try {
      violations.throwIfAny();
      Costs.require(read.isPresent(), "neither read nor refused");
    } catch (InvalidArgumentException refused) {
      Costs.require(read.isEmpty(), "read and refused");
    }
  }

  /** What the calendar does with a series once its rule is accepted. */
  private static void use(Recurrence recurrence) {
    Instant first = recurrence.start().instant();
    Recurrence.of(recurrence.lines(), recurrence.start());
    List<Start> starts = recurrence.starts(first, first.plus(HORIZON), Recurrence.MAX_OCCURRENCES);
    recurrence.firstFrom(first.plus(HORIZON));
    starts.stream()
        .skip(starts.size() / 2)
        .findFirst()
        .ifPresent(middle -> divide(recurrence, middle.instant()));
    for (ZoneId zone : ZONES) {
      Violations violations = new Violations();
      LocalStart moved =
          new LocalStart(recurrence.start().time().plusDays(7), recurrence.start().allDay(), zone);
      requireConsistent(recurrence.movedTo(moved, violations), violations);
    }
  }

  private static void divide(Recurrence recurrence, Instant cut) {
    if (cut.isAfter(recurrence.start().instant())) {
      Recurrence before = recurrence.before(cut);
      Recurrence.of(before.lines(), before.start());
      if (recurrence.ruleGives(cut)) {
        Recurrence from = recurrence.from(cut);
        Recurrence.of(from.lines(), from.start());
      }
    }
  }

  static List<byte[]> seeds() {
    return Stream.of(
            "\0\0\1RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=10",
            "\0\0\1RRULE:FREQ=MONTHLY;BYDAY=1TU,-1TU;UNTIL=20271224T180000Z",
            "\0\1\1RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;BYHOUR=10;BYMINUTE=0;BYSECOND=0",
            "\1\2\1RRULE:FREQ=YEARLY;BYYEARDAY=60,-1;BYWEEKNO=9;BYSETPOS=1,-1;WKST=SU",
            "\0\0\0RRULE:FREQ=DAILY;INTERVAL=3\nEXDATE;VALUE=DATE:20261204\nRDATE:20261225",
            "\0\0\1RRULE:FREQ=HOURLY;INTERVAL=7\nEXDATE;TZID=Europe/Brussels:20261201T170000",
            "\2\1\1RRULE:FREQ=MINUTELY;COUNT=5",
            "\3\1\1RRULE:FREQ=YEARLY",
            "\4\0\1RRULE:FREQ=DAILY",
            "\5\3\0RRULE:FREQ=DAILY;UNTIL=20120110",
            "\0\4\1RDATE;TZID=\"Africa/Casablanca\";VALUE=DATE-TIME:20270101T000000,20270401T023000")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  /** Words that mutations put in. */
  static List<String> words() {
    return Arrays.asList(
        "RRULE:",
        "RDATE",
        "EXDATE",
        ";TZID=",
        ";VALUE=DATE",
        "FREQ=",
        "YEARLY",
        "MONTHLY",
        "WEEKLY",
        "DAILY",
        "HOURLY",
        "MINUTELY",
        "SECONDLY",
        ";COUNT=",
        ";UNTIL=",
        ";INTERVAL=",
        ";BYMONTH=",
        ";BYWEEKNO=",
        ";BYYEARDAY=",
        ";BYMONTHDAY=",
        ";BYDAY=",
        ";BYHOUR=",
        ";BYMINUTE=",
        ";BYSECOND=",
        ";BYSETPOS=",
        ";WKST=",
        "MO,TU,WE,TH,FR,SA,SU",
        "-1SU",
        "99991231T235959Z",
        "00010101",
        "2147483647",
        "-9223372036854775808");
  }
}
