package calendar.client.ics.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The offset and its start times from one STANDARD or DAYLIGHT part.
 *
 * @param start in local time, before the clocks change
 * @param from null if the file does not give it
 */
record Observance(
    TimeValue start,
    ZoneOffset from,
    ZoneOffset to,
    List<OnsetRule> rules,
    List<LocalDateTime> dates) {

  /** Empty if the start, the offset or a rule is invalid. */
  static Optional<Observance> of(ObservanceText text) {
    Optional<TimeValue> start = Optional.ofNullable(text.start()).flatMap(ZoneText::time);
    Optional<ZoneOffset> to = Optional.ofNullable(text.offsetTo()).flatMap(ZoneText::offset);
    if (start.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    ZoneOffset from = Optional.ofNullable(text.offsetFrom()).flatMap(ZoneText::offset).orElse(null);
    List<LocalDateTime> dates =
        text.dates().stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .flatMap(value -> ZoneText.time(value).stream())
            .map(value -> local(value, from))
            .toList();
    TimeValue localStart = start.get().utc() ? inLocalTime(start.get(), from) : start.get();
    List<OnsetRule> rules = new ArrayList<>();
    for (String rule : text.rules()) {
      Optional<OnsetRule> read = OnsetRule.of(rule, localStart, from);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      rules.add(read.get());
    }
    return Optional.of(new Observance(localStart, from, to.get(), List.copyOf(rules), dates));
  }

  /**
   * All onsets before a year. DTSTART is an onset only if no rule gives onsets, because many files
   * use 1 January 1970 as a dummy value.
   */
  List<Onset> onsetsBefore(int year) {
    List<LocalDateTime> times = new ArrayList<>();
    rules.forEach(rule -> times.addAll(rule.onsetsBefore(year)));
    if (times.isEmpty()) {
      times.add(start.dateTime());
    }
    times.addAll(dates);
    return times.stream().map(local -> new Onset(local, from, to)).toList();
  }

  private static LocalDateTime local(TimeValue value, ZoneOffset from) {
    boolean convert = value.utc() && from != null;
    return convert ? value.dateTime().plusSeconds(from.getTotalSeconds()) : value.dateTime();
  }

  private static TimeValue inLocalTime(TimeValue utc, ZoneOffset from) {
    LocalDateTime local = local(utc, from);
    return new TimeValue(local.toLocalDate(), local.toLocalTime().toSecondOfDay(), false, false);
  }
}
