package calendar.recurrence;

import calendar.error.Violations;
import calendar.recurrence.rule.RefusedException;
import calendar.recurrence.rule.RuleParts;
import calendar.recurrence.rule.RuleReader;
import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The lines of a recurrence, each checked by itself.
 *
 * @param rule the RRULE line, if there is one
 * @param dates the RDATE and EXDATE lines
 */
record RecurrenceLines(Optional<RuleLine> rule, List<DateLine> dates) {
  static final String FIELD = "series.recurrence";
  static final int MAX_LINES = 100;
  static final int MAX_CHARACTERS = 64 * 1024;

  /** An RRULE line: its text, as sent, and what it says. */
  record RuleLine(String text, RuleParts parts) {}

  /** Reads lines. Returns empty, and adds violations, if any is not valid. */
  static Optional<RecurrenceLines> read(
      List<String> sent, LocalStart start, Violations violations) {
    int characters = sent.stream().mapToInt(String::length).sum();
    boolean fine =
        violations.require(
                !sent.isEmpty() && sent.size() <= MAX_LINES,
                FIELD,
                "must have 1 to %d lines, found %d",
                MAX_LINES,
                sent.size())
            && violations.require(
                characters <= MAX_CHARACTERS,
                FIELD,
                "must have at most %,d characters, found %,d",
                MAX_CHARACTERS,
                characters);
    if (!fine) {
      return Optional.empty();
    }
    List<RuleLine> rules = new ArrayList<>();
    List<DateLine> dates = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String field = FIELD + "[" + i + "]";
      try {
        readLine(sent.get(i).strip(), start, rules, dates);
        fine &= violations.require(rules.size() <= 1, field, "must not be a second RRULE");
      } catch (RefusedException refused) {
        fine = violations.require(false, field, refused.getMessage());
      }
    }
    int values = dates.stream().mapToInt(line -> line.values().size()).sum();
    fine &=
        violations.require(
            values <= Recurrence.MAX_OCCURRENCES,
            FIELD,
            "must have at most %,d dates, found %,d",
            Recurrence.MAX_OCCURRENCES,
            values);
    return fine
        ? Optional.of(new RecurrenceLines(rules.stream().findFirst(), List.copyOf(dates)))
        : Optional.empty();
  }

  List<String> texts() {
    return Stream.concat(rule.stream().map(RuleLine::text), dates.stream().map(DateLine::text))
        .toList();
  }

  /** The same lines with another rule, and only the matching dates. */
  RecurrenceLines with(Optional<RuleLine> other, BiPredicate<DateLine, DateValue> matching) {
    return new RecurrenceLines(
        other,
        dates.stream()
            .flatMap(line -> line.only(value -> matching.test(line, value)).stream())
            .toList());
  }

  private static void readLine(
      String line, LocalStart start, List<RuleLine> rules, List<DateLine> dates) {
    int colon = line.indexOf(':');
    String head = colon < 0 ? line : line.substring(0, colon);
    String name = head.split(";", 2)[0].toUpperCase(Locale.ROOT);
    boolean known =
        colon > 0 && (name.equals("RRULE") || name.equals("RDATE") || name.equals("EXDATE"));
    if (!known) {
      throw new RefusedException(
          "must be an RRULE, RDATE or EXDATE line of RFC 5545, such as"
              + " RRULE:FREQ=WEEKLY;BYDAY=MO, %s",
          RefusedException.found(line));
    }
    String value = line.substring(colon + 1);
    if (!name.equals("RRULE")) {
      dates.add(dates(DateLineReader.read(head, value), start));
    } else if (head.length() > name.length()) {
      throw new RefusedException("must have no parameters, %s", RefusedException.found(head));
    } else {
      rules.add(new RuleLine(line, RuleReader.read(value, start.allDay())));
    }
  }

  private static DateLine dates(DateLine line, LocalStart start) {
    boolean timed = line.values().stream().anyMatch(value -> !value.isDate());
    if (start.allDay() && timed && !line.isExclusion()) {
      throw new RefusedException(
          "must have only dates such as 20261224, because the series is all-day");
    }
    return line;
  }
}
