package calendar.event;

import calendar.error.Violations;
import calendar.event.field.DateRange;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalDraft;
import calendar.event.field.Interval;
import calendar.event.field.TimesDraft;
import calendar.page.PageBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Base of tests with all-day events. */
abstract class OnAllDayEvents extends OnCalendar {
  static final LocalDate EVE = LocalDate.of(2026, 12, 24);
  static final String BRUSSELS = "Europe/Brussels";

  EventDraft draft(TimesDraft times, Duration... remindBefore) {
    return draft("", times, remindBefore);
  }

  EventDraft draft(String id, TimesDraft times, Duration... remindBefore) {
    return new EventDraft(
        owner, id, "Tea", "", "", null, times, List.of(remindBefore), "", IcalDraft.NONE);
  }

  EventDraft days(String first, String next, String zone, Duration... remindBefore) {
    return draft(
        TimesDraft.allDay(LocalDate.parse(first), LocalDate.parse(next), zone), remindBefore);
  }

  Event eve() {
    return create(days("2026-12-24", "2026-12-25", BRUSSELS));
  }

  static EventTimes eveTimes() {
    return new EventTimes(
        Instant.parse("2026-12-23T23:00:00Z"),
        Instant.parse("2026-12-24T23:00:00Z"),
        Optional.of(new DateRange(EVE, EVE.plusDays(1))),
        BRUSSELS);
  }

  Event update(Event event, TimesDraft times, String... mask) {
    return calendar.update(draft(event.id().toString(), times), List.of(mask));
  }

  List<Event> list(Interval interval) {
    return calendar
        .list(owner, interval, 1_000, Optional.empty(), PageBudget.unlimited(), new Violations())
        .join()
        .entries();
  }
}
