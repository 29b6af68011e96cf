package calendar.client.ics;

import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads the alarms of an event (RFC 5545, 3.6.6) as durations before its start. Adds a note for
 * each dropped alarm. Not thread-safe.
 */
final class Alarms {
  private static final int MAX_REMINDERS = 5;
  private static final int MAX_REPEATS = 100;

  /** Limits the notes of files with thousands of alarms. */
  private static final int MAX_NOTES = 10;

  private static final Duration LONGEST_BEFORE = Duration.ofDays(366);

  private final EventTimes times;
  private final CalendarZones zones;
  private final List<String> notes;
  private final TreeSet<Duration> before = new TreeSet<>(Comparator.reverseOrder());

  private Alarms(EventTimes times, CalendarZones zones, List<String> notes) {
    this.times = times;
    this.zones = zones;
    this.notes = notes;
  }

  /**
   * @param notes receives one line for each dropped alarm
   * @return at most 5, distinct, from the longest to the shortest
   */
  static List<Duration> before(
      ComponentText event, EventTimes times, CalendarZones zones, List<String> notes) {
    Alarms alarms = new Alarms(times, zones, notes);
    for (ComponentText alarm : event.components("VALARM")) {
      if (alarm.value("ACTION").filter("NONE"::equalsIgnoreCase).isEmpty()) {
        alarms.add(alarm);
      }
    }
    for (ContentLine line : event.lines()) {
      // Alarms of vCalendar 1.0 are not supported.
      if (line.is("DALARM") || line.is("AALARM") || line.is("MALARM")) {
        notes.add(
            "alarm dropped, line %d: not supported: %s".formatted(line.number(), line.text()));
      }
    }
    return alarms.longest();
  }

  private List<Duration> longest() {
    List<Duration> all = List.copyOf(before);
    if (all.size() <= MAX_REMINDERS) {
      return all;
    }
    List<Duration> dropped = all.subList(MAX_REMINDERS, all.size());
    for (Duration one : dropped.subList(0, Math.min(MAX_NOTES, dropped.size()))) {
      notes.add("alarm dropped: %s before the start, more than 5 alarms".formatted(one));
    }
    if (dropped.size() > MAX_NOTES) {
      notes.add("%d more alarms dropped".formatted(dropped.size() - MAX_NOTES));
    }
    return all.subList(0, MAX_REMINDERS);
  }

  private void add(ComponentText alarm) {
    Optional<ContentLine> trigger = alarm.property("TRIGGER");
    if (trigger.isEmpty()) {
      drop(alarm.line(), "has no TRIGGER");
      return;
    }
    try {
      Optional<Instant> time = time(trigger.get());
      if (time.isEmpty()) {
        drop(trigger.get().number(), "invalid: " + trigger.get().abbreviated());
      } else {
        addAll(alarm, time.get(), trigger.get().number());
      }
    } catch (DateTimeException | ArithmeticException beyondAllTimes) {
      drop(trigger.get().number(), "time out of range: " + trigger.get().abbreviated());
    }
  }

  /** REPEAT and DURATION: the alarm comes again (RFC 5545, 3.8.6.2). */
  private void addAll(ComponentText alarm, Instant first, int line) {
    add(first, line);
    Optional<String> repeat = alarm.value("REPEAT").filter(count -> !count.equals("0"));
    if (repeat.isEmpty()) {
      return;
    }
    Duration pause =
        alarm
            .value("DURATION")
            .flatMap(IcsDuration::parse)
            .map(IcsDuration::exact)
            .orElse(Duration.ZERO);
    if (!repeat.get().matches("\\d+") || pause.isNegative() || pause.isZero()) {
      drop(line, "its repeats have an invalid REPEAT or DURATION");
      return;
    }
    int repeats = new BigInteger(repeat.get()).min(BigInteger.valueOf(MAX_REPEATS + 1L)).intValue();
    for (int i = 1; i <= repeats; i++) {
      Instant next = first.plus(pause.multipliedBy(i));
      if (next.isAfter(times.start().instant())) {
        drop(line, "repeats after the start");
        return;
      }
      if (i > MAX_REPEATS) {
        drop(line, "repeats more than %d times".formatted(MAX_REPEATS));
        return;
      }
      add(next, line);
    }
  }

  private void add(Instant time, int line) {
    Duration lead = Duration.between(time, times.start().instant());
    if (lead.isNegative()) {
      drop(line, "after the start");
    } else if (lead.compareTo(LONGEST_BEFORE) > 0) {
      drop(line, "more than 366 days before");
    } else {
      before.add(lead);
    }
  }

  private Optional<Instant> time(ContentLine trigger) {
    Optional<IcsDuration> duration = IcsDuration.parse(trigger.value());
    if (duration.isPresent()) {
      boolean fromEnd = trigger.parameter("RELATED").filter("END"::equalsIgnoreCase).isPresent();
      IcsTime base = fromEnd ? times.end() : times.start();
      return Optional.of(base.plus(duration.get()).instant());
    }
    try {
      TimeProperty time = TimeProperty.of(trigger);
      return Optional.of(
          time.isFloating()
              ? times.start().zone().resolve(time.local())
              : time.in(zones).instant());
    } catch (InvalidComponentException notATime) {
      return Optional.empty();
    }
  }

  private void drop(int line, String reason) {
    notes.add("alarm dropped, line %d: %s".formatted(line, reason));
  }
}
