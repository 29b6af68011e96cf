package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.Event;
import calendar.series.model.FromDraft;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each storage moves the occurrences of a series that has not begun. */
public abstract class MovedSeriesContract extends OnSeries {

  private StoredSeries weekly() {
    return create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3").reminding(QUARTER));
  }

  @Test
  void shiftKeepsIds() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    SeriesResult result = update(hour(stored, "2027-01-05T11:00"), TIMES);

    List<Event> after = occurrences(stored);
    assertThat(ids(after)).isEqualTo(ids(before));
    assertThat(starts(after))
        .containsExactly("2027-01-05T11:00", "2027-01-12T11:00", "2027-01-19T11:00");
    assertThat(after)
        .allSatisfy(
            event -> {
              assertThat(event.occurrence().get().originalStart()).isEqualTo(event.startTime());
              assertThat(event.createTime()).isEqualTo(NOW);
              assertThat(event.endTime()).isEqualTo(event.startTime().plus(HOUR));
            });
    assertThat(result.removed()).isZero();
    assertThat(result.detached()).isZero();
    assertThat(result.earlier()).isEmpty();
    assertThat(result.series().orElseThrow().series().id()).isEqualTo(stored.series().id());
    assertThat(result.series().orElseThrow().occurrenceCount()).isEqualTo(3);
    assertThat(get(stored).series().bookedUntil()).isEqualTo(at("2027-01-19T12:00"));
  }

  @Test
  void shiftKeepsIdsWhenClocksChange() {
    StoredSeries stored = create(hours("2027-03-27T00:30", "RRULE:FREQ=DAILY;COUNT=3"));
    List<Event> before = occurrences(stored);

    update(hour(stored, "2027-03-27T23:30"), TIMES);

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(occurrences(stored))
        .extracting(Event::startTime)
        .containsExactly(
            Instant.parse("2027-03-27T22:30:00Z"),
            Instant.parse("2027-03-28T21:30:00Z"),
            Instant.parse("2027-03-29T21:30:00Z"));
  }

  @Test
  void shiftOfSeveralADayKeepsIds() {
    StoredSeries stored = create(hours("2027-01-05T09:00", "RRULE:FREQ=HOURLY;INTERVAL=6;COUNT=9"));
    delete(occurrence(stored, "2027-01-06T09:00"));
    List<Event> before = occurrences(stored);

    SeriesResult result = update(hour(stored, "2027-01-05T10:00"), TIMES);

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(starts(stored))
        .startsWith("2027-01-05T10:00", "2027-01-05T16:00", "2027-01-05T22:00")
        .doesNotContain("2027-01-06T10:00")
        .endsWith("2027-01-07T10:00");
    assertThat(result.removed()).isZero();
  }

  @Test
  void otherZoneKeepsIds() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    update(change(stored).in("America/New_York"), "time_zone");

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(occurrences(stored))
        .allMatch(event -> event.times().timeZone().equals("America/New_York"));
    assertThat(starts(stored)).isEqualTo(starts(before));
  }

  @Test
  void otherLengthKeepsIds() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    update(change(stored).from(null, at("2027-01-05T12:30")), "end_time");

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(occurrences(stored))
        .allMatch(
            event -> event.endTime().equals(event.startTime().plus(QUARTER.multipliedBy(10))));
    assertThat(occurrences(stored))
        .extracting(Event::reminders)
        .isEqualTo(before.stream().map(Event::reminders).toList());
  }

  @Test
  void timedSeriesBecomesAllDay() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    update(
        change(stored).days("2027-01-05", "2027-01-06"),
        "start_time",
        "end_time",
        "start_date",
        "end_date");

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(occurrences(stored))
        .extracting(OnSeries::date)
        .containsExactly(
            LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 19));
    assertThat(starts(stored).get(0)).isEqualTo("2027-01-05T00:00");
  }

  @Test
  void deletedStaysDeletedAfterShift() {
    StoredSeries stored = weekly();
    delete(occurrence(stored, "2027-01-12T10:00"));

    update(hour(stored, "2027-01-05T11:00"), TIMES);
    update(hour(stored, "2027-01-05T15:00"), TIMES);

    assertThat(starts(stored)).containsExactly("2027-01-05T15:00", "2027-01-19T15:00");
  }

  @Test
  void deletedStaysDeletedAfterNewRule() {
    StoredSeries stored = weekly();
    delete(occurrence(stored, "2027-01-12T10:00"));

    update(change(stored).repeating("RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6"), "recurrence");

    assertThat(starts(stored))
        .containsExactly(
            "2027-01-05T10:00",
            "2027-01-08T10:00",
            "2027-01-15T10:00",
            "2027-01-19T10:00",
            "2027-01-22T10:00");
  }

  @Test
  void newRuleAddsAndRemoves() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    SeriesResult result =
        update(change(stored).repeating("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"), "recurrence");

    assertThat(starts(stored))
        .containsExactly("2027-01-05T10:00", "2027-01-19T10:00", "2027-02-02T10:00");
    assertThat(ids(occurrences(stored)).subList(0, 2))
        .containsExactly(before.get(0).id(), before.get(2).id());
    assertThat(result.removed()).isEqualTo(1);
    assertThat(result.series().orElseThrow().occurrenceCount()).isEqualTo(3);
    assertThat(occurrences(stored).get(2).reminders()).hasSize(1);
  }

  @Test
  void exceptionFollowsWhatItKept() {
    StoredSeries stored = weekly();
    Event titled = retitle(occurrence(stored, "2027-01-12T10:00"), "Planning");
    Event moved =
        move(occurrence(stored, "2027-01-19T10:00"), "2027-01-20T15:00", "2027-01-20T16:00");

    update(hour(stored, "2027-01-05T11:00"), TIMES);

    assertThat(read(titled).title()).isEqualTo("Planning");
    assertThat(read(titled).startTime()).isEqualTo(at("2027-01-12T11:00"));
    assertThat(read(moved).startTime()).isEqualTo(at("2027-01-20T15:00"));
    assertThat(read(moved).occurrence().get().originalStart()).isEqualTo(at("2027-01-19T11:00"));
  }

  @Test
  void exceptionWithoutPlaceBecomesSingleEvent() {
    StoredSeries stored = weekly();
    Event titled = retitle(occurrence(stored, "2027-01-12T10:00"), "Planning");

    SeriesResult result =
        update(change(stored).repeating("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2"), "recurrence");

    assertThat(result.detached()).isEqualTo(1);
    assertThat(result.removed()).isZero();
    assertThat(read(titled).occurrence()).isEmpty();
    assertThat(read(titled).title()).isEqualTo("Planning");
    assertThat(read(titled).reminders()).isEqualTo(titled.reminders());
    assertThat(read(titled).etag()).isNotEqualTo(titled.etag());
    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-19T10:00");
    series().delete(owner, stored.series().id().toString(), "", FromDraft.NONE);
    assertThat(ids(events())).containsExactly(titled.id());
  }

  @Test
  void shiftMakesNewReminders() {
    StoredSeries stored =
        create(
            hours("2027-01-04T14:00", "RRULE:FREQ=DAILY;COUNT=2")
                .reminding(HOUR.multipliedBy(3), QUARTER));
    List<Event> before = occurrences(stored);
    assertThat(before.get(0).reminders()).hasSize(2);

    update(hour(stored, "2027-01-04T15:00"), TIMES);

    assertThat(occurrences(stored))
        .extracting(Event::remindBefore)
        .containsExactly(List.of(QUARTER), List.of(HOUR.multipliedBy(3), QUARTER));
    assertThat(occurrences(stored))
        .flatExtracting(Event::reminders)
        .allMatch(reminder -> reminder.remindTime().isAfter(NOW))
        .doesNotContainAnyElementsOf(
            before.stream().flatMap(event -> event.reminders().stream()).toList());
  }

  @Test
  void shiftedBackSeriesIsAsBefore() {
    StoredSeries stored = create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=4"));
    delete(occurrence(stored, "2027-01-06T10:00"));
    List<Event> before = occurrences(stored);

    update(hour(stored, "2027-01-05T16:00"), TIMES);
    update(hour(stored, "2027-01-05T10:00"), TIMES);

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(starts(stored)).isEqualTo(starts(before));
  }
}
