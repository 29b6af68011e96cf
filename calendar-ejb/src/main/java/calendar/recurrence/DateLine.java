package calendar.recurrence;

import calendar.recurrence.time.DateValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An RDATE or EXDATE line.
 *
 * @param head the line before the colon, as sent
 */
record DateLine(String head, List<DateValue> values) {

  /** The line with the values that match; empty if none does. */
  Optional<DateLine> only(Predicate<DateValue> matching) {
    List<DateValue> kept = values.stream().filter(matching).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(new DateLine(head, kept));
  }

  boolean isExclusion() {
    return head.regionMatches(true, 0, "EXDATE", 0, "EXDATE".length());
  }

  String text() {
    return head + ":" + values.stream().map(DateValue::text).collect(Collectors.joining(","));
  }
}
