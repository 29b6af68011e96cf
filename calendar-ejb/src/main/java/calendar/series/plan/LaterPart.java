package calendar.series.plan;

import calendar.recurrence.Recurrence;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import calendar.series.model.Template;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a series continues after the occurrences that have begun: it begins with the first later
 * start that the rule gives. If no series can begin so, it keeps its first start: if an RDATE comes
 * earlier or nothing else is left, or if the clock skips the time.
 */
record LaterPart(Template template, Recurrence recurrence) {
  /** An occurrence that has begun takes the place of at most this many later ones of its date. */
  private static final int MOST = 25;

  /**
   * Empty if nothing is left.
   *
   * @param cut all starts before it have begun
   */
  static Optional<LaterPart> of(
      Template template, Recurrence recurrence, Transition transition, Instant cut) {
    Optional<Start> first = transition.firstOpen(ofRule(recurrence, cut));
    Instant until =
        first.map(Start::instant).orElse(recurrence.hasEnd() ? Evaluation.END_OF_TIME : cut);
    Optional<Start> earlier = transition.firstOpen(recurrence.starts(cut, until, MOST));
    if (earlier.isPresent()
        || first.filter(start -> isOnClock(start, recurrence.start())).isEmpty()) {
      return earlier.or(() -> first).map(start -> new LaterPart(template, recurrence));
    }
    Start start = first.get();
    return Optional.of(
        new LaterPart(
            template.withTimes(template.timesAt(start)), recurrence.from(start.instant())));
  }

  /** Returns false if the clock skips the local time of a start. */
  static boolean isOnClock(Start start, LocalStart first) {
    return first.allDay()
        || start.instant().atZone(first.zone()).toLocalDateTime().equals(start.local());
  }

  private static List<Start> ofRule(Recurrence recurrence, Instant cut) {
    return Stream.iterate(
            recurrence.firstFrom(cut),
            Optional::isPresent,
            start -> recurrence.firstFrom(start.get().instant().plusSeconds(1)))
        .limit(MOST)
        .map(Optional::get)
        .toList();
  }
}
