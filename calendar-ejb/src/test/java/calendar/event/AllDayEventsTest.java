package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.TimeConflictException;
import calendar.event.field.DateRange;
import calendar.event.field.Interval;
import calendar.event.field.TimeRules;
import calendar.event.field.TimesDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All-day events: their times, and what is rejected. */
class AllDayEventsTest extends OnAllDayEvents {
  /**
   * The changes of the clocks are from the IANA database: Brussels 2026-03-29 and 2026-10-25 (EU
   * rule), Santiago 2026-09-06 and Beirut 2026-03-29 at midnight, Cairo 2026-04-24 at midnight,
   * Havana 2026-11-01 at 01:00, St. John's 2006-10-29 at 00:01, Apia 2011-12-29 to 31.
   */
  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels, 2026-12-24, 2026-12-25, 2026-12-23T23:00:00Z, 2026-12-24T23:00:00Z",
    "Europe/Brussels, 2026-03-29, 2026-03-30, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "Europe/Brussels, 2026-10-25, 2026-10-26, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "America/Santiago, 2026-09-06, 2026-09-07, 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z",
    "Asia/Beirut, 2026-03-29, 2026-03-30, 2026-03-28T22:00:00Z, 2026-03-29T21:00:00Z",
    "Africa/Cairo, 2026-04-24, 2026-04-25, 2026-04-23T22:00:00Z, 2026-04-24T21:00:00Z",
    "America/Havana, 2026-11-01, 2026-11-02, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    "America/St_Johns, 2006-10-28, 2006-10-29, 2006-10-28T02:30:00Z, 2006-10-29T02:30:00Z",
    "America/St_Johns, 2006-10-29, 2006-10-30, 2006-10-29T02:30:00Z, 2006-10-30T03:30:00Z",
    "Pacific/Apia, 2011-12-29, 2011-12-30, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2011-12-31, 2012-01-01, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    "Pacific/Apia, 2011-12-28, 2012-01-01, 2011-12-28T10:00:00Z, 2011-12-31T10:00:00Z",
    "UTC, 2028-02-29, 2029-03-01, 2028-02-29T00:00:00Z, 2029-03-01T00:00:00Z",
  })
  void coversDaysOfItsZone(String zone, String first, String next, Instant start, Instant end) {
    Event event = create(days(first, next, zone));

    assertThat(event.startTime()).isEqualTo(start);
    assertThat(event.endTime()).isEqualTo(end);
    assertThat(event.times().dates())
        .contains(new DateRange(LocalDate.parse(first), LocalDate.parse(next)));
    assertThat(event.times().timeZone()).isEqualTo(zone);
    assertThat(get(event)).isEqualTo(event);
  }

  /** The first instant of 6 September 2026 in Santiago is 01:00. */
  @Test
  void remindsBeforeFirstInstant() {
    Event event =
        create(days("2026-09-06", "2026-09-07", "America/Santiago", Duration.ofMinutes(30)));

    assertThat(event.reminders().get(0).remindTime())
        .isEqualTo(Instant.parse("2026-09-06T03:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Santiago", "America/Havana", "Africa/Cairo", BRUSSELS})
  void everyDayOfYearTouchesNext(String zone) {
    Instant end = EVE.atStartOfDay(ZoneId.of(zone)).toInstant();
    for (LocalDate day = EVE; day.isBefore(EVE.plusYears(1)); day = day.plusDays(1)) {
      Event event = create(draft(TimesDraft.allDay(day, day.plusDays(1), zone)));

      assertThat(event.startTime()).as("%s", day).isEqualTo(end);
      end = event.endTime();
    }
  }

  @Test
  void isBusyOnItsDays() {
    eve();

    assertThatThrownBy(
            () ->
                create(
                    draft(
                        TimesDraft.timed(
                            Instant.parse("2026-12-24T22:59:59Z"),
                            Instant.parse("2026-12-24T23:30:00Z")))))
        .rootCause()
        .isInstanceOf(TimeConflictException.class);
    create(
        draft(
            TimesDraft.timed(
                Instant.parse("2026-12-24T23:00:00Z"), Instant.parse("2026-12-24T23:30:00Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Brussels, 2026-12-23, false",
    "Europe/Brussels, 2026-12-24, true",
    "Europe/Brussels, 2026-12-25, false",
    "Asia/Tokyo, 2026-12-24, true",
    "Asia/Tokyo, 2026-12-25, true",
    "America/New_York, 2026-12-23, true",
    "America/New_York, 2026-12-24, true",
    "America/New_York, 2026-12-25, false"
  })
  void dayOfAnyZoneListsEvent(String zone, LocalDate day, boolean listed) {
    Event event = eve();

    assertThat(list(Interval.day(day, ZoneId.of(zone))))
        .isEqualTo(listed ? List.of(event) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    // skipped dates
    "2011-12-30, 2011-12-31, Pacific/Apia, event.start_date",
    "2011-12-30, 2012-01-02, Pacific/Apia, event.start_date",
    "2011-12-28, 2011-12-31, Pacific/Apia, event.end_date",
    // order and length
    "2026-12-24, 2026-12-24, Europe/Brussels, event.end_date",
    "2026-12-24, 2026-12-23, Europe/Brussels, event.end_date",
    "2026-12-24, 2027-12-26, Europe/Brussels, event.end_date",
    // range
    "-999999999-01-01, 2026-12-23, Europe/Brussels, event.start_date",
    "0000-12-31, 0001-01-02, UTC, event.start_date",
    "9999-12-31, +10000-01-01, UTC, event.end_date",
    "0001-01-01, 0001-01-02, Asia/Tokyo, event.start_date",
    "9999-12-30, 9999-12-31, America/New_York, ",
    "+999999999-12-31, +999999999-12-31, UTC, event.start_date",
    // zone
    "2026-12-24, 2026-12-25, '', event.time_zone",
    "2026-12-24, 2026-12-25, Europe/Atlantis, event.time_zone",
    "2026-12-24, 2026-12-25, +02:00, event.time_zone",
    "2026-12-24, , Europe/Brussels, event.end_date",
    ", 2026-12-25, Europe/Brussels, event.start_date",
  })
  void checksDatesAndZone(LocalDate first, LocalDate next, String zone, String field) {
    EventDraft draft = draft(TimesDraft.allDay(first, next, zone));

    if (field == null) {
      create(draft);
    } else {
      assertThat(violatedFields(() -> create(draft))).contains(field);
      assertThat(list(new Interval(TimeRules.FIRST_TIME, TimeRules.LAST_TIME))).isEmpty();
    }
  }

  @Test
  void accepts366Days() {
    create(days("2026-12-24", "2027-12-25", BRUSSELS));
  }

  @Test
  void timesBesideDatesMayOnlyRepeat() {
    Instant start = Instant.parse("2026-12-23T23:00:00Z");
    Instant end = Instant.parse("2026-12-24T23:00:00Z");
    LocalDate next = EVE.plusDays(1);
    Instant second = start.plusSeconds(1);

    assertThat(
            violatedFields(() -> create(draft(new TimesDraft(second, end, EVE, next, BRUSSELS)))))
        .containsExactly("event.start_time");
    assertThat(
            violatedFields(() -> create(draft(new TimesDraft(start, second, EVE, next, BRUSSELS)))))
        .containsExactly("event.end_time");
    assertThat(create(draft(new TimesDraft(start, end, EVE, next, BRUSSELS))).startTime())
        .isEqualTo(start);
  }

  @Test
  void dateWithEndTimeIsInvalid() {
    assertThat(violatedFields(() -> create(draft(new TimesDraft(null, TEN, EVE, null, BRUSSELS)))))
        .contains("event.end_date");
  }
}
