package calendar.client.command.update;

import calendar.client.ProtoTimes;
import calendar.client.command.base.AllDayOptions;
import calendar.client.command.base.CalendarCommand;
import calendar.client.command.base.EndOption;
import calendar.client.command.base.UsageException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * New times or dates of an event, as the user gave them. Times make an all-day event timed; dates
 * make a timed event all-day.
 *
 * @param start null if not given; so is {@code end}
 */
record NewTimes(String start, EndOption end, AllDayOptions allDay) {
  private static final String[] DATES = {"start_date", "end_date"};
  private static final String[] TIMES_AND_DATES = {
    "start_time", "end_time", "start_date", "end_date"
  };

  /**
   * Adds the new times or dates to an update. Reads the current event only if they depend on it.
   *
   * @throws UsageException if the options do not fit together, or do not fit the current event
   */
  void addTo(EventUpdate update, CurrentEvent current, CalendarCommand command) {
    boolean timed = start != null || end != null;
    if (allDay.areChosen(timed)) {
      addDates(update, current, command);
    } else if (timed) {
      addTimes(update, current, command);
    }
  }

  private void addDates(EventUpdate update, CurrentEvent current, CalendarCommand command) {
    LocalDate first = allDay.first(command);
    LocalDate end = first.plusDays(allDay.days().orElseGet(current::days));
    update
        .change(current.isAllDay() ? DATES : TIMES_AND_DATES)
        .setStartDate(ProtoTimes.date(first))
        .setEndDate(ProtoTimes.date(end));
    String present = current.timeZone();
    String zone =
        command
            .givenZoneName()
            .orElseGet(() -> present.isEmpty() ? command.root().zoneName() : present);
    if (!zone.equals(present)) {
      update.change("time_zone").setTimeZone(zone);
    }
  }

  private void addTimes(EventUpdate update, CurrentEvent current, CalendarCommand command) {
    Optional<Instant> from =
        Optional.ofNullable(start).map(text -> command.newStart("--start", text, current::day));
    Instant to = end(from, current, command);
    if (from.isPresent()) {
      update
          .change(current.mayBeAllDay() ? TIMES_AND_DATES : new String[] {"start_time", "end_time"})
          .setStartTime(ProtoTimes.timestamp(from.get()))
          .setEndTime(ProtoTimes.timestamp(to));
      command.givenZoneName().ifPresent(zone -> update.change("time_zone").setTimeZone(zone));
    } else {
      update.change("end_time").setEndTime(ProtoTimes.timestamp(to));
    }
  }

  private Instant end(Optional<Instant> from, CurrentEvent current, CalendarCommand command) {
    if (end != null) {
      return end.after(() -> from.orElseGet(() -> startOf(current)), command);
    }
    if (current.isAllDay()) {
      throw new UsageException(
          "the event is all-day, so --start has no length to keep: expected --end or --duration too");
    }
    return from.orElseThrow().plus(current.length());
  }

  private static Instant startOf(CurrentEvent current) {
    if (current.isAllDay()) {
      throw new UsageException(
          "the event is all-day, so it has no start time: expected --start too");
    }
    return current.start();
  }
}
