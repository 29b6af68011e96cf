package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.field.EventTimes;
import calendar.event.field.TimesDraft;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of all-day events, and changes between all-day and timed. */
class AllDayUpdateTest extends OnAllDayEvents {
  @ParameterizedTest
  @CsvSource({"start_time", "end_time", "start_time;end_time", "start_time;start_date"})
  void maskOfTimesDoesNotFitAllDayEvent(String mask) {
    Event event = eve();
    TimesDraft times = TimesDraft.timed(event.startTime(), event.endTime());

    assertThat(violatedFields(() -> update(event, times, mask.split(";"))))
        .containsExactly("update_mask");
    assertThat(get(event)).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({"start_date", "end_date", "start_date;end_date;time_zone", "start_time;start_date"})
  void maskOfDatesDoesNotFitTimedEvent(String mask) {
    Event event = create(valid());
    TimesDraft dates = new TimesDraft(TEN, ELEVEN, EVE, EVE.plusDays(1), BRUSSELS);

    assertThat(violatedFields(() -> update(event, dates, mask.split(";"))))
        .containsAnyOf("update_mask", "event.start_time");
    assertThat(get(event)).isEqualTo(event);
  }

  @Test
  void maskOfBothKindsMakesEventTimed() {
    Event event = eve();

    Event timed =
        update(
            event,
            TimesDraft.timed(TEN, ELEVEN),
            "start_time",
            "end_time",
            "start_date",
            "end_date");

    assertThat(timed.times()).isEqualTo(new EventTimes(TEN, ELEVEN, Optional.empty(), BRUSSELS));
  }

  @Test
  void maskOfBothKindsMakesEventAllDay() {
    Event event = create(valid());

    Event allDay =
        update(
            event,
            TimesDraft.allDay(EVE, EVE.plusDays(1), BRUSSELS),
            "start_time",
            "end_time",
            "start_date",
            "end_date",
            "time_zone");

    assertThat(allDay.times()).isEqualTo(eveTimes());
  }

  @Test
  void datesWithoutMaskMakeEventAllDay() {
    Event event = create(valid());

    Event allDay = update(event, TimesDraft.allDay(EVE, EVE.plusDays(1), BRUSSELS));

    assertThat(allDay.times()).isEqualTo(eveTimes());
  }

  @Test
  void movesEndOrZoneOnly() {
    Event event = eve();

    Event longer = update(event, new TimesDraft(null, null, null, EVE.plusDays(3), ""), "end_date");
    assertThat(longer.endTime()).isEqualTo(Instant.parse("2026-12-26T23:00:00Z"));
    Event away = update(event, new TimesDraft(null, null, null, null, "Asia/Tokyo"), "time_zone");
    assertThat(away.startTime()).isEqualTo(Instant.parse("2026-12-23T15:00:00Z"));
    assertThat(
            violatedFields(
                () -> update(event, new TimesDraft(null, null, null, null, ""), "time_zone")))
        .containsExactly("event.time_zone");
    assertThat(
            violatedFields(
                () -> update(event, new TimesDraft(null, null, null, EVE, ""), "end_date")))
        .containsExactly("event.end_date");
    assertThat(
            violatedFields(
                () -> update(event, new TimesDraft(null, null, null, null, ""), "start_date")))
        .containsExactly("event.start_date");
  }

  /** An old client sends all that it knows, without a mask. */
  @Test
  void oldClientKeepsDatesIfTimesStay() {
    Event event = eve();

    Event renamed = update(event, TimesDraft.timed(event.startTime(), event.endTime()));

    assertThat(renamed.times()).isEqualTo(event.times());
    assertThat(renamed.version()).isEqualTo(2);
  }

  @Test
  void oldClientCannotMoveAllDayEvent() {
    Event event = eve();

    assertThat(
            violatedFields(
                () ->
                    update(
                        event,
                        TimesDraft.timed(event.startTime(), event.endTime().plusSeconds(1)))))
        .containsExactly("event.end_time");
    assertThat(get(event)).isEqualTo(event);
  }
}
