package calendar.recurrence;

import calendar.recurrence.time.DateValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Changes the end of a rule in its text, and leaves the other parts as they were sent. */
final class RuleText {
  private RuleText() {}

  static String withCount(String line, int count) {
    return withoutEnd(line) + ";COUNT=" + count;
  }

  static String withUntil(String line, DateValue until) {
    return withoutEnd(line) + ";UNTIL=" + until.text();
  }

  private static String withoutEnd(String line) {
    int value = line.indexOf(':') + 1;
    return line.substring(0, value)
        + Arrays.stream(line.substring(value).split(";"))
            .filter(part -> !isEnd(part.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining(";"));
  }

  private static boolean isEnd(String part) {
    return part.startsWith("COUNT=") || part.startsWith("UNTIL=");
  }
}
