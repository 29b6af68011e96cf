package calendar.series.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs the starts that an old rule gave with those that a new rule gives: the same instant first,
 * then the same date on both clocks, in order, if both sides have as many left of that date. So
 * occurrences keep their ids when only the time of day, the zone or the length changes.
 */
final class StartMatching {
  private StartMatching() {}

  /** Returns the old start of each new start that has one. */
  static Map<Instant, Instant> oldByNew(Collection<Start> old, Collection<Start> next) {
    Set<Instant> oldInstants = old.stream().map(Start::instant).collect(toSet());
    Map<Instant, Instant> pairs = new HashMap<>();
    next.stream()
        .map(Start::instant)
        .filter(oldInstants::contains)
        .forEach(same -> pairs.put(same, same));
    Map<LocalDate, List<Start>> oldByDate = unpaired(old, pairs);
    unpaired(next, pairs)
        .forEach(
            (date, starts) -> {
              List<Start> others = oldByDate.getOrDefault(date, List.of());
              for (int i = 0; i < starts.size() && starts.size() == others.size(); i++) {
                pairs.put(starts.get(i).instant(), others.get(i).instant());
              }
            });
    return pairs;
  }

  private static Map<LocalDate, List<Start>> unpaired(
      Collection<Start> starts, Map<Instant, Instant> pairs) {
    return starts.stream()
        .filter(start -> !pairs.containsKey(start.instant()))
        .sorted()
        .collect(groupingBy(start -> start.local().toLocalDate()));
  }
}
