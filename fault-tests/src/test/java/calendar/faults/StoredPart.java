package calendar.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A row of {@code series}, and the rows of events and reminders that have its id. If one of the two
 * is missing, the part is torn.
 *
 * @param first the start of the first occurrence; empty if the series has no row
 * @param starts of all occurrences, ordered
 * @param reminders the times of all reminders, ordered
 */
record StoredPart(Optional<Instant> first, List<Instant> starts, List<Instant> reminders) {
  static final Duration REMIND_BEFORE = Duration.ofMinutes(10);

  /** A whole daily series. Each occurrence has one reminder. */
  static StoredPart daily(Instant first, int count) {
    List<Instant> starts =
        IntStream.range(0, count)
            .mapToObj(day -> first.plus(SeriesStep.DAY.multipliedBy(day)))
            .toList();
    return new StoredPart(
        Optional.of(first),
        starts,
        starts.stream().map(start -> start.minus(REMIND_BEFORE)).toList());
  }

  @Override
  public String toString() {
    return "%s, %d occurrences%s, %d reminders"
        .formatted(
            first.map(time -> "series of " + time).orElse("no row of series"),
            starts.size(),
            starts.isEmpty()
                ? ""
                : " from %s to %s".formatted(starts.get(0), starts.get(starts.size() - 1)),
            reminders.size());
  }
}
