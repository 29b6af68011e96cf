package calendar.client.repeat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Describes when a series repeats. */
public final class RecurrenceText {
  private static final Pattern END_OF_NAME = Pattern.compile("[:;]");

  private RecurrenceText() {}

  /**
   * Describes the recurrence lines of a series (RFC 5545): {@code every weekday until Wed 30 Jun
   * 2027}, {@code every month on the last Friday, without 2 dates, and 1 more date}. {@link
   * RepeatGrammar} reads the words before the numbers of dates as the same rule. A rule for which
   * there are no words is shown as its line.
   *
   * @param lines RRULE, EXDATE and RDATE lines
   * @param zone the zone of the series, in which its end is shown
   */
  public static String of(List<String> lines, ZoneId zone) {
    List<String> rules = lines.stream().filter(line -> !isDates(line)).map(String::strip).toList();
    String rule =
        switch (rules.size()) {
          case 0 -> "once";
          case 1 -> rule(rules.get(0), zone);
          default -> String.join(", ", rules);
        };
    return rule
        + dates(lines, "EXDATE", ", without %d %s")
        + dates(lines, "RDATE", ", and %d more %s");
  }

  private static String rule(String line, ZoneId zone) {
    return name(line).equals("RRULE") && line.startsWith(":", "RRULE".length())
        ? RuleLine.read(line.substring("RRULE:".length()), zone)
            .map(rule -> rule.words(zone))
            .orElse(line)
        : line;
  }

  private static boolean isDates(String line) {
    return name(line).equals("EXDATE") || name(line).equals("RDATE");
  }

  private static String dates(List<String> lines, String name, String format) {
    int count =
        lines.stream()
            .filter(line -> name(line).equals(name))
            .mapToInt(line -> line.substring(line.lastIndexOf(':') + 1).split(",").length)
            .sum();
    return count == 0 ? "" : format.formatted(count, count == 1 ? "date" : "dates");
  }

  /** The name of the property, in capital letters. */
  private static String name(String line) {
    return END_OF_NAME.split(line.strip(), 2)[0].toUpperCase(Locale.ROOT);
  }
}
