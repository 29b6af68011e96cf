package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.Conflict;
import calendar.error.SeriesConflictException;
import calendar.error.TimeConflictException;
import calendar.event.Event;
import calendar.event.field.Availability;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each storage refuses or skips occurrences whose time is taken. */
public abstract class SeriesConflictsContract extends OnSeries {

  private SeriesInput daily(int count) {
    return hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=" + count);
  }

  private static SeriesConflictException refusal(Runnable call) {
    SeriesConflictException refusal =
        catchThrowableOfType(SeriesConflictException.class, call::run);
    assertThat(refusal).as("the call must be refused").isNotNull();
    return refusal;
  }

  private static Conflict conflict(String start, Event busy) {
    Instant begin = at(start);
    return new Conflict(begin, begin.plus(HOUR), busy.id(), busy.startTime(), busy.endTime());
  }

  @Test
  void refusesSeriesIfTimeIsTaken() {
    Event second = book("2027-01-06T10:30", "2027-01-06T12:00");
    Event third = book("2027-01-07T09:00", "2027-01-07T10:01");
    book("2027-01-08T11:00", "2027-01-08T12:00");
    book("2027-01-08T09:00", "2027-01-08T10:00");

    SeriesConflictException refusal = refusal(() -> create(daily(5)));

    assertThat(refusal.count()).isEqualTo(2);
    assertThat(refusal.firstConflicts())
        .containsExactly(conflict("2027-01-06T10:00", second), conflict("2027-01-07T10:00", third));
    assertThat(events()).hasSize(4);
  }

  @Test
  void countsAllConflictsAndShowsTwenty() {
    StoredSeries taken = create(daily(30));

    SeriesConflictException refusal = refusal(() -> create(daily(40)));

    assertThat(refusal.count()).isEqualTo(30);
    assertThat(refusal.firstConflicts())
        .extracting(Conflict::eventId)
        .containsExactlyElementsOf(ids(occurrences(taken)).subList(0, 20));
  }

  @Test
  void namesEarliestEventInTheWay() {
    Event first = book("2027-01-05T10:00", "2027-01-05T10:20");
    book("2027-01-05T10:20", "2027-01-05T10:40");

    assertThat(refusal(() -> create(daily(2))).firstConflicts())
        .containsExactly(conflict("2027-01-05T10:00", first));
  }

  @Test
  void singleEventConflictsWithOccurrence() {
    StoredSeries stored = create(daily(3));

    assertThatThrownBy(() -> book("2027-01-06T09:30", "2027-01-06T10:30"))
        .cause()
        .isInstanceOfSatisfying(
            TimeConflictException.class,
            busy ->
                assertThat(busy.conflictingEventId())
                    .isEqualTo(occurrence(stored, "2027-01-06T10:00").id()));
  }

  @Test
  void skipsOccurrencesIfAsked() {
    Event busy = book("2027-01-06T10:30", "2027-01-06T12:00");

    SeriesResult result = create(daily(3), "", OnConflict.SKIP);

    StoredSeries stored = result.series().orElseThrow();
    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-07T10:00");
    assertThat(result.conflicts()).containsExactly(conflict("2027-01-06T10:00", busy));
    assertThat(stored.occurrenceCount()).isEqualTo(2);
    assertThat(stored.skippedCount()).isEqualTo(1);
    SkippedOccurrence skipped = stored.firstSkipped().get(0);
    assertThat(skipped.conflictingEventId()).isEqualTo(busy.id());
    assertThat(skipped.occurrence().originalStart()).isEqualTo(at("2027-01-06T10:00"));
    assertThat(get(stored).firstSkipped()).containsExactly(skipped);
  }

  @Test
  void showsFirstHundredSkipped() {
    create(daily(150));

    StoredSeries stored = create(daily(151), "", OnConflict.SKIP).series().orElseThrow();

    assertThat(stored.occurrenceCount()).isEqualTo(1);
    assertThat(get(stored).skippedCount()).isEqualTo(150);
    assertThat(get(stored).firstSkipped())
        .hasSize(StoredSeries.SKIPPED_SHOWN)
        .isEqualTo(stored.firstSkipped());
    assertThat(get(stored).firstSkipped().get(0).occurrence().originalStart())
        .isEqualTo(at("2027-01-05T10:00"));
  }

  @Test
  void trialReportsAndWritesNothing() {
    Event busy = book("2027-01-06T10:00", "2027-01-06T11:00");

    SeriesResult refused = trial(daily(3), OnConflict.REFUSE);
    SeriesResult skipped = trial(daily(3), OnConflict.SKIP);

    assertThat(refused.conflicts()).containsExactly(conflict("2027-01-06T10:00", busy));
    assertThat(skipped.conflicts()).isEqualTo(refused.conflicts());
    assertThat(skipped.series().orElseThrow().occurrenceCount()).isEqualTo(2);
    assertThat(skipped.series().orElseThrow().skippedCount()).isEqualTo(1);
    assertThat(events()).containsExactly(busy);
    assertThat(storages().series().list(owner, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void trialOfUpdateWritesNothing() {
    StoredSeries stored = create(daily(3));
    Event busy = book("2027-01-06T12:00", "2027-01-06T13:00");
    List<Event> before = events();

    SeriesResult trial =
        series()
            .update(
                hour(stored, "2027-01-05T12:00").draft(),
                List.of(TIMES),
                FromDraft.NONE,
                "",
                OnConflict.REFUSE,
                true);

    assertThat(trial.conflicts()).containsExactly(conflict("2027-01-06T12:00", busy));
    assertThat(trial.series().orElseThrow().series().template().times().start())
        .isEqualTo(at("2027-01-05T12:00"));
    assertThat(events()).isEqualTo(before);
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
  }

  @Test
  void refusedUpdateChangesNothing() {
    StoredSeries stored = create(daily(3).reminding(QUARTER));
    Event busy = book("2027-01-06T12:00", "2027-01-06T13:00");
    List<Event> before = events();

    SeriesConflictException refusal =
        refusal(() -> update(hour(stored, "2027-01-05T11:30"), TIMES));

    assertThat(refusal.firstConflicts()).containsExactly(conflict("2027-01-06T11:30", busy));
    assertThat(events()).isEqualTo(before);
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
  }

  @Test
  void updateSkipsTakenTimes() {
    StoredSeries stored = create(daily(3));
    book("2027-01-06T12:00", "2027-01-06T13:00");

    SeriesResult result = skip(hour(stored, "2027-01-05T11:30"), TIMES);

    assertThat(starts(stored)).containsExactly("2027-01-05T11:30", "2027-01-07T11:30");
    assertThat(result.removed()).isEqualTo(1);
    assertThat(get(stored).firstSkipped())
        .extracting(skip -> skip.occurrence().originalStart())
        .containsExactly(at("2027-01-06T11:30"));
    book("2027-01-06T10:00", "2027-01-06T11:00");
  }

  @Test
  void triesSkippedAgainAfterShift() {
    book("2027-01-06T10:00", "2027-01-06T11:00");
    StoredSeries stored = create(daily(3), "", OnConflict.SKIP).series().orElseThrow();
    List<Event> before = occurrences(stored);

    StoredSeries moved = update(hour(stored, "2027-01-05T11:00"), TIMES).series().orElseThrow();

    assertThat(starts(stored))
        .containsExactly("2027-01-05T11:00", "2027-01-06T11:00", "2027-01-07T11:00");
    assertThat(ids(occurrences(stored))).containsAll(ids(before));
    assertThat(moved.skippedCount()).isZero();
    assertThat(get(stored).skippedCount()).isZero();
  }

  @Test
  void skippedStaysSkippedAfterRename() {
    Event busy = book("2027-01-06T10:00", "2027-01-06T11:00");
    StoredSeries stored = create(daily(3), "", OnConflict.SKIP).series().orElseThrow();
    delete(busy);

    assertThat(rename(stored, "Retro").firstSkipped()).isEqualTo(stored.firstSkipped());
    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-07T10:00");
  }

  @Test
  void movedExceptionIsInTheWay() {
    StoredSeries stored = create(daily(3));
    Event exception =
        move(occurrence(stored, "2027-01-06T10:00"), "2027-01-07T12:00", "2027-01-07T13:00");

    SeriesConflictException refusal =
        refusal(() -> update(hour(stored, "2027-01-05T12:00"), TIMES));

    assertThat(refusal.firstConflicts()).containsExactly(conflict("2027-01-07T12:00", exception));
  }

  @Test
  void ownRowsAreNotInTheWay() {
    StoredSeries stored = create(daily(5));
    List<Event> before = occurrences(stored);

    SeriesResult result = update(hour(stored, "2027-01-06T10:00"), TIMES);

    assertThat(starts(stored))
        .containsExactly(
            "2027-01-06T10:00",
            "2027-01-07T10:00",
            "2027-01-08T10:00",
            "2027-01-09T10:00",
            "2027-01-10T10:00");
    assertThat(result.removed()).isEqualTo(1);
    assertThat(ids(occurrences(stored)).subList(0, 4)).isEqualTo(ids(before.subList(1, 5)));
    book("2027-01-05T10:00", "2027-01-05T11:00");
  }

  @Test
  void shiftByHalfItsLengthFitsItself() {
    StoredSeries stored = create(daily(5).from(at("2027-01-05T10:00"), at("2027-01-06T10:00")));
    List<Event> before = occurrences(stored);

    update(change(stored).from(at("2027-01-05T22:00"), at("2027-01-06T22:00")), TIMES);

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(starts(stored)).startsWith("2027-01-05T22:00", "2027-01-06T22:00").hasSize(5);
  }

  @Test
  void freeSeriesBecomesBusyIfTimeIsFree() {
    StoredSeries stored = create(daily(3).available(Availability.FREE));
    Event busy = book("2027-01-06T10:00", "2027-01-06T11:00");
    SeriesInput change = change(stored).available(Availability.BUSY);

    assertThat(refusal(() -> update(change, "availability")).firstConflicts())
        .containsExactly(conflict("2027-01-06T10:00", busy));
    delete(busy);
    update(change, "availability");

    assertThat(occurrences(stored)).hasSize(3).allMatch(Event::isBusy);
  }

  private SeriesResult trial(SeriesInput input, OnConflict onConflict) {
    return series().create(input.draft(), "", onConflict, true);
  }
}
