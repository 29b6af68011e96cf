package calendar.client.command.update;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The present state of an event, or of the first occurrence that a change of a series concerns.
 * Reads it from the calendar on first use, and only once.
 */
final class CurrentEvent {
  private final Supplier<Event> reading;
  private Event event;

  CurrentEvent(Supplier<Event> reading) {
    this.reading = reading;
  }

  Instant start() {
    return ProtoTimes.instant(read().getStartTime());
  }

  /** The exact time from start to end, independent of clock changes. */
  Duration length() {
    return Duration.between(start(), ProtoTimes.instant(read().getEndTime()));
  }

  /** Returns true unless the event was read and is timed. Does not read the event. */
  boolean mayBeAllDay() {
    return event == null || event.hasStartDate();
  }

  boolean isAllDay() {
    return read().hasStartDate();
  }

  /** The day of the start. An all-day event has the same first day in every zone. */
  LocalDate day(ZoneId zone) {
    return isAllDay() ? firstDay() : LocalDate.ofInstant(start(), zone);
  }

  /** The number of days of an all-day event; 1 for a timed event. */
  int days() {
    return isAllDay()
        ? (int) ChronoUnit.DAYS.between(firstDay(), ProtoTimes.date(read().getEndDate()))
        : 1;
  }

  /** The name of the event's zone; empty if it has none. */
  String timeZone() {
    return read().getTimeZone();
  }

  boolean wasRead() {
    return event != null;
  }

  String etag() {
    return read().getEtag();
  }

  private LocalDate firstDay() {
    return ProtoTimes.date(read().getStartDate());
  }

  Event read() {
    if (event == null) {
      event = reading.get();
    }
    return event;
  }
}
