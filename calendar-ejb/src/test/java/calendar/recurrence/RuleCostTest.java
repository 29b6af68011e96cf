package calendar.recurrence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import calendar.error.Violations;
import calendar.recurrence.rule.RandomRules;
import calendar.recurrence.time.LocalStart;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No rule may cost much, whether it is accepted or refused. Searches for bad ones. */
class RuleCostTest {
  private static final long MOST_NANOS = 100_000_000;
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final String GIVES = "the first that it gives is ";
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final String ALL_HOURS = "BYHOUR=" + RandomRules.range(0, 23);
  private static final String ALL_MINUTES = "BYMINUTE=" + RandomRules.range(0, 59);
  private static final String ALL_SECONDS = "BYSECOND=" + RandomRules.range(0, 59);
  private static final String ALL_DAYS = "BYDAY=MO,TU,WE,TH,FR,SA,SU";
  private static final List<String> STARTS =
      List.of("0001-01-01T00:00", "1996-02-29T09:00", "2026-12-01T10:00", "9990-01-01T00:00");

  @Test
  void knownBadRulesAreCheap() {
    List<String> rules =
        List.of(
            "FREQ=YEARLY;" + ALL_DAYS + ";" + ALL_HOURS + ";" + ALL_MINUTES + ";" + ALL_SECONDS,
            "FREQ=YEARLY;" + ALL_DAYS + ";" + ALL_HOURS + ";BYSETPOS=-1",
            "FREQ=YEARLY;" + ALL_DAYS + ";" + ALL_HOURS + ";BYSETPOS=366",
            "FREQ=YEARLY;BYYEARDAY=" + RandomRules.range(1, 366) + ";" + ALL_HOURS + ";BYSETPOS=-1",
            "FREQ=MONTHLY;" + ALL_DAYS + ";" + ALL_HOURS + ";BYMINUTE=0,5,10,15,20,25;BYSETPOS=1",
            "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;" + ALL_HOURS,
            "FREQ=DAILY;" + ALL_HOURS + ";" + ALL_MINUTES + ";" + ALL_SECONDS + ";BYSETPOS=1",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=4000",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=4000",
            "FREQ=DAILY;INTERVAL=10000;COUNT=4000",
            "FREQ=DAILY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
            "FREQ=WEEKLY;INTERVAL=10000;" + ALL_DAYS + ";COUNT=4000",
            "FREQ=WEEKLY;BYDAY=MO;BYMONTH=2;" + ALL_HOURS + ";" + ALL_MINUTES,
            "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;COUNT=4000",
            "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31",
            "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31;COUNT=4000",
            "FREQ=HOURLY;BYYEARDAY=-366;BYDAY=MO;BYHOUR=3;COUNT=4000",
            "FREQ=HOURLY;BYYEARDAY=366;BYDAY=MO;BYHOUR=3;" + ALL_MINUTES + ";" + ALL_SECONDS,
            "FREQ=HOURLY;INTERVAL=7;BYHOUR=3;BYDAY=SU;BYMONTHDAY=29;BYMONTH=2;COUNT=4000",
            "FREQ=HOURLY;INTERVAL=10000;COUNT=4000",
            "FREQ=HOURLY;INTERVAL=5;" + ALL_MINUTES + ";BYSETPOS=60",
            "FREQ=HOURLY;BYHOUR=3;BYMONTHDAY=31;BYMINUTE=0,1;BYSETPOS=3,-3",
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=4000",
            "FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO;BYMONTH=6",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;INTERVAL=10000",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=4000",
            "FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2;COUNT=4000",
            "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
            "FREQ=DAILY;UNTIL=99991231T235959Z",
            "FREQ=HOURLY;UNTIL=99991231");
    check(rules);
  }

  @Test
  void randomRulesAreCheap() {
    Random random = new Random(5545);
    check(IntStream.range(0, 300).mapToObj(i -> RandomRules.rule(random)).toList());
  }

  @Test
  void longestLinesAreCheap() {
    String dates =
        IntStream.range(0, 4_000)
            .mapToObj(i -> LocalDate.of(2026, 12, 1).plusDays(i % 2_000))
            .map(date -> date.format(DateTimeFormatter.BASIC_ISO_DATE) + "T100000")
            .collect(Collectors.joining(","));
    for (String head : List.of("EXDATE;TZID=Asia/Tokyo:", "RDATE;TZID=Asia/Tokyo:")) {
      List<String> lines = List.of("RRULE:FREQ=HOURLY;COUNT=4000", head + dates);
      LocalStart start = new LocalStart(LocalDateTime.parse("2026-12-01T10:00"), false, ZONE);
      for (int i = 0; i < 5; i++) {
        Recurrence.parse(lines, start, new Violations());
      }
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Recurrence.parse(lines, start, new Violations());
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      assertTrue(nanos < MOST_NANOS, head + " " + nanos + " ns");
    }
  }

  private static void check(List<String> rules) {
    rules.stream().limit(40).forEach(rule -> STARTS.forEach(start -> use(rule, start)));
    List<String> slow = new ArrayList<>();
    for (String rule : rules) {
      for (String start : STARTS) {
        long nanos = nanos(rule, start);
        if (nanos > MOST_NANOS) {
          // The first run of some code is slow.
          nanos = nanos(rule, start);
        }
        if (nanos > MOST_NANOS) {
          slow.add(nanos / 1_000_000 + " ms: " + start + " " + rule);
        }
      }
    }
    slow.sort(
        Comparator.comparing((String line) -> Integer.parseInt(line.split(" ")[0])).reversed());
    assertTrue(slow.isEmpty(), String.join("\n", slow));
  }

  private static long nanos(String rule, String start) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    use(rule, start);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }

  /**
   * Does what a request does: reads the rule, from the first start that it gives, and expands it.
   */
  private static void use(String rule, String start) {
    LocalStart first = new LocalStart(LocalDateTime.parse(start), false, ZONE);
    Violations violations = new Violations();
    Optional<Recurrence> asSent = Recurrence.parse(List.of("RRULE:" + rule), first, violations);
    asSent
        .or(
            () ->
                given(Refusals.of(violations), first)
                    .flatMap(
                        given ->
                            Recurrence.parse(List.of("RRULE:" + rule), given, new Violations())))
        .ifPresent(
            recurrence -> {
              Instant from = recurrence.hasEnd() ? Instant.MIN : NOW.minusSeconds(86_400 * 30);
              Instant until = recurrence.hasEnd() ? Instant.MAX : NOW.plusSeconds(86_400 * 732);
              recurrence.starts(from, until, Recurrence.MAX_OCCURRENCES);
              recurrence
                  .firstFrom(NOW)
                  .filter(next -> next.instant().isAfter(recurrence.start().instant()))
                  .ifPresent(
                      next -> {
                        recurrence.before(next.instant());
                        recurrence.from(next.instant());
                      });
            });
  }

  /** The first start that the rule gives, as the refusal names it. */
  private static Optional<LocalStart> given(String refusal, LocalStart start) {
    int first = refusal.indexOf(GIVES);
    return first < 0
        ? Optional.empty()
        : Optional.of(
            new LocalStart(
                LocalDateTime.parse(refusal.substring(first + GIVES.length())),
                false,
                start.zone()));
  }
}
