package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.Event;
import java.time.ZoneId;
import java.util.Optional;

/** Where the rule of a series put an occurrence. */
final class OccurrenceOrigin {
  private OccurrenceOrigin() {}

  static boolean isOccurrence(Event event) {
    return !event.getSeriesId().isEmpty();
  }

  /** Returns true if the occurrence starts at another time than the rule gave it. */
  static boolean isMoved(Event event) {
    return event.hasOriginalStartTime()
        && !event.getOriginalStartTime().equals(event.getStartTime());
  }

  /** The start that the rule gave a moved occurrence: a date in an all-day series, else a time. */
  static Optional<String> movedFrom(Event event, ZoneId zone) {
    if (!isMoved(event)) {
      return Optional.empty();
    }
    return Optional.of(
        event.hasOriginalStartDate()
            ? TimeSpan.DAY.format(ProtoTimes.date(event.getOriginalStartDate()))
            : TimeSpan.moment(ProtoTimes.instant(event.getOriginalStartTime()), zone));
  }
}
