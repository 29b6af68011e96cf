package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.Event;
import calendar.series.model.OnConflict;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each storage moves a series of which some occurrences have begun. */
public abstract class BegunSeriesContract extends OnSeries {

  /** Twenty days from 5 January on. Afterwards it is 14 January, 13:00. */
  private StoredSeries begun(String time) {
    StoredSeries stored =
        create(hours("2027-01-05T" + time, "RRULE:FREQ=DAILY;COUNT=20").reminding(QUARTER));
    clock.moveBy(DAY.multipliedBy(10));
    return stored;
  }

  @Test
  void historyBecomesSeriesOfItsOwn() {
    StoredSeries stored = begun("10:00");
    List<Event> before = occurrences(stored);

    SeriesResult result = update(hour(stored, "2027-01-05T11:00"), TIMES);

    StoredSeries future = result.series().orElseThrow();
    StoredSeries history = result.earlier().orElseThrow();
    assertThat(future.series().id()).isEqualTo(stored.series().id());
    assertThat(history.series().id()).isNotEqualTo(stored.series().id());
    assertThat(ids(occurrences(history))).isEqualTo(ids(before.subList(0, 10)));
    assertThat(ids(occurrences(future))).isEqualTo(ids(before.subList(10, 20)));
    assertThat(starts(history)).isEqualTo(starts(before.subList(0, 10)));
    assertThat(starts(future)).startsWith("2027-01-15T11:00").endsWith("2027-01-24T11:00");
    assertThat(result.removed()).isZero();
    assertThat(history.occurrenceCount()).isEqualTo(10);
    assertThat(future.occurrenceCount()).isEqualTo(10);
    assertThat(future.series().template().times().start()).isEqualTo(at("2027-01-15T11:00"));
    assertThat(get(future).series().recurrence().lines().get(0)).contains("COUNT=10");
    assertThat(get(history).series().recurrence().lines().get(0)).contains("UNTIL=");
    assertThat(get(history).series().isComplete()).isTrue();
    assertThat(get(future).series().etag()).isNotEqualTo(stored.series().etag());
  }

  @Test
  void historyKeepsItsRemindersAndTexts() {
    StoredSeries stored = begun("10:00");
    storages().deliverReminders(occurrence(stored, "2027-01-05T10:00"));
    List<Event> before = occurrences(stored).subList(0, 10);

    StoredSeries history =
        update(hour(stored, "2027-01-05T11:00").titled("Retro"), "start_time", "end_time", "title")
            .earlier()
            .orElseThrow();

    assertThat(occurrences(history)).extracting(Event::title).containsOnly("Standup");
    assertThat(occurrences(history))
        .extracting(Event::reminders)
        .isEqualTo(before.stream().map(Event::reminders).toList());
    assertThat(occurrences(stored)).extracting(Event::title).containsOnly("Retro");
    assertThat(occurrences(stored))
        .flatExtracting(Event::reminders)
        .hasSize(10)
        .allMatch(reminder -> reminder.remindTime().isAfter(clock.instant()));
  }

  @Test
  void todaysOccurrenceIsNotDoubled() {
    StoredSeries stored = begun("10:00");

    SeriesResult result = update(hour(stored, "2027-01-05T17:00"), TIMES);

    assertThat(starts(events()))
        .hasSize(20)
        .contains("2027-01-14T10:00", "2027-01-15T17:00")
        .doesNotContain("2027-01-14T17:00");
    assertThat(result.removed()).isZero();
    assertThat(get(stored).occurrenceCount()).isEqualTo(10);
  }

  @Test
  void todaysOccurrenceMovesBeforeItBegins() {
    StoredSeries stored = begun("15:00");
    Event today = occurrence(stored, "2027-01-14T15:00");

    StoredSeries history = update(hour(stored, "2027-01-05T16:00"), TIMES).earlier().orElseThrow();

    assertThat(read(today).startTime()).isEqualTo(at("2027-01-14T16:00"));
    assertThat(starts(stored)).startsWith("2027-01-14T16:00").hasSize(11);
    assertThat(starts(history)).endsWith("2027-01-13T15:00").hasSize(9);
  }

  @Test
  void deletedAndSkippedStayInHistory() {
    Event busy = book("2027-01-07T10:00", "2027-01-07T11:00");
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=20"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();
    delete(occurrence(stored, "2027-01-06T10:00"));
    delete(occurrence(stored, "2027-01-16T10:00"));
    clock.moveBy(DAY.multipliedBy(10));

    StoredSeries history = update(hour(stored, "2027-01-05T11:00"), TIMES).earlier().orElseThrow();

    assertThat(starts(history)).startsWith("2027-01-05T10:00", "2027-01-08T10:00").hasSize(8);
    assertThat(get(history).firstSkipped())
        .extracting(SkippedOccurrence::conflictingEventId)
        .containsExactly(busy.id());
    assertThat(get(stored).skippedCount()).isZero();
    assertThat(starts(stored)).startsWith("2027-01-15T11:00", "2027-01-17T11:00").hasSize(9);
  }

  @Test
  void nothingToKeepMakesNoHistory() {
    StoredSeries stored = begun("10:00");
    occurrences(stored).subList(0, 10).forEach(this::delete);

    SeriesResult result = update(hour(stored, "2027-01-05T11:00"), TIMES);

    assertThat(result.earlier()).isEmpty();
    assertThat(starts(stored)).startsWith("2027-01-15T11:00").hasSize(10);
  }

  @Test
  void changesAgainAndAgain() {
    StoredSeries stored = begun("10:00");
    List<Event> before = events();
    update(hour(stored, "2027-01-05T11:00"), TIMES);
    clock.moveBy(DAY.multipliedBy(3));
    update(hour(stored, "2027-01-15T12:00"), TIMES);
    StoredSeries future = update(hour(stored, "2027-01-18T13:00"), TIMES).series().orElseThrow();

    assertThat(ids(events())).isEqualTo(ids(before));
    assertThat(starts(stored)).startsWith("2027-01-18T13:00").hasSize(7);
    assertThat(future.occurrenceCount()).isEqualTo(7);
    assertThat(storages().series().list(owner, Optional.empty(), 10))
        .extracting(StoredSeries::occurrenceCount)
        .containsExactlyInAnyOrder(7, 10, 3);
  }

  @Test
  void seriesEndsIfNothingFollows() {
    StoredSeries stored = begun("10:00");
    Event titled = retitle(occurrence(stored, "2027-01-20T10:00"), "Planning");

    SeriesResult result =
        update(change(stored).repeating("RRULE:FREQ=DAILY;UNTIL=20270110"), "recurrence");

    assertThat(result.earlier()).isEmpty();
    assertThat(result.removed()).isEqualTo(9);
    assertThat(result.detached()).isEqualTo(1);
    assertThat(read(titled).occurrence()).isEmpty();
    assertThat(starts(stored)).hasSize(10).endsWith("2027-01-14T10:00");
    assertThat(get(stored).series().etag()).isNotEqualTo(stored.series().etag());
  }

  @Test
  void keepsExtraDateBeforeNextStart() {
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=4", "RDATE:20270115T140000Z"));
    Event extra = occurrence(stored, "2027-01-15T15:00");
    clock.moveBy(DAY.multipliedBy(10));

    SeriesResult result = update(hour(stored, "2027-01-05T11:00"), TIMES);

    assertThat(result.removed()).isZero();
    assertThat(read(extra).startTime()).isEqualTo(at("2027-01-15T16:00"));
    assertThat(starts(stored))
        .containsExactly("2027-01-15T16:00", "2027-01-19T11:00", "2027-01-26T11:00");
    update(hour(stored, "2027-01-05T12:00"), TIMES);
    assertThat(starts(stored))
        .containsExactly("2027-01-15T17:00", "2027-01-19T12:00", "2027-01-26T12:00");
    assertThat(events()).hasSize(5);
  }

  @Test
  void keepsExtraDatesAfterRuleHasEnded() {
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=2", "RDATE:20270120T090000Z"));
    Event extra = occurrence(stored, "2027-01-20T10:00");
    clock.moveBy(DAY.multipliedBy(10));

    update(hour(stored, "2027-01-05T11:00"), TIMES);

    assertThat(read(extra).startTime()).isEqualTo(at("2027-01-20T11:00"));
    assertThat(starts(stored)).containsExactly("2027-01-20T11:00");
  }

  /** On 28 March, Brussels has no 02:30: the occurrence begins at 03:30. */
  @Test
  void continuesFromTimeThatClockSkips() {
    StoredSeries stored = create(hours("2027-03-25T02:30", "RRULE:FREQ=DAILY;COUNT=6"));
    List<Event> before = events();
    clock.moveBy(Duration.between(NOW, at("2027-03-27T12:00")));

    SeriesResult result = update(change(stored).from(null, at("2027-03-25T03:00")), "end_time");

    assertThat(result.removed()).isZero();
    assertThat(ids(events())).isEqualTo(ids(before));
    rename(stored, "Retro");
    update(change(stored).from(null, at("2027-03-25T04:00")), "end_time");
    assertThat(starts(stored))
        .containsExactly("2027-03-28T03:30", "2027-03-29T02:30", "2027-03-30T02:30");
    assertThat(occurrences(stored))
        .allMatch(event -> event.endTime().equals(event.startTime().plus(QUARTER.multipliedBy(6))));
  }
}
