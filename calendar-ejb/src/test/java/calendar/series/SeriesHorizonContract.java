package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.Conflict;
import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.series.model.OnConflict;
import calendar.series.model.SeriesKey;
import calendar.series.model.SeriesSettings;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far each storage books series without an end. */
public abstract class SeriesHorizonContract extends OnSeries {
  private static final int ALL = 1_000_000;

  @BeforeEach
  void bookFourWeeksAhead() {
    horizon(28);
  }

  private void horizon(int days) {
    settings = new SeriesSettings(DAY.multipliedBy(30), DAY.multipliedBy(days));
  }

  private StoredSeries weekly() {
    return create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY").reminding(QUARTER));
  }

  private SeriesResult extend(StoredSeries stored) {
    return series().extend(new SeriesKey(owner, stored.series().id()), clock.instant());
  }

  @Test
  void booksUpToHorizon() {
    StoredSeries stored = weekly();

    assertThat(starts(stored))
        .containsExactly(
            "2027-01-05T10:00", "2027-01-12T10:00", "2027-01-19T10:00", "2027-01-26T10:00");
    assertThat(stored.series().bookedUntil()).isEqualTo(NOW.plus(DAY.multipliedBy(28)));
    assertThat(stored.series().isComplete()).isFalse();
    assertThat(get(stored).series().bookedUntil()).isEqualTo(stored.series().bookedUntil());
  }

  @Test
  void booksFirstOccurrenceBeyondHorizon() {
    StoredSeries stored = create(hours("2028-01-04T10:00", "RRULE:FREQ=WEEKLY"));

    assertThat(starts(stored)).containsExactly("2028-01-04T10:00");
    assertThat(extend(stored).series().orElseThrow().occurrenceCount()).isEqualTo(1);
  }

  @Test
  void extendsAsTimePasses() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);
    clock.moveBy(DAY.multipliedBy(7));

    StoredSeries extended = extend(stored).series().orElseThrow();
    extend(stored);

    assertThat(occurrences(stored)).hasSize(5).containsAll(before);
    assertThat(starts(stored)).endsWith("2027-02-02T10:00");
    assertThat(occurrences(stored).get(4).remindBefore()).containsExactly(QUARTER);
    assertThat(extended.series().bookedUntil()).isEqualTo(NOW.plus(DAY.multipliedBy(35)));
    assertThat(get(stored).series().bookedUntil()).isEqualTo(extended.series().bookedUntil());
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
  }

  @Test
  void extensionSkipsTakenTimes() {
    StoredSeries stored = weekly();
    Event busy = book("2027-02-02T10:00", "2027-02-02T11:00");
    horizon(42);

    SeriesResult result = extend(stored);

    assertThat(starts(stored)).endsWith("2027-01-26T10:00", "2027-02-09T10:00").hasSize(5);
    assertThat(result.conflicts()).extracting(Conflict::eventId).containsExactly(busy.id());
    assertThat(get(stored).firstSkipped())
        .extracting(SkippedOccurrence::conflictingEventId)
        .containsExactly(busy.id());
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
  }

  @Test
  void booksNothingAgainBeforeBookedUntil() {
    Event busy = book("2027-01-19T10:00", "2027-01-19T11:00");
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();
    delete(busy);
    delete(occurrence(stored, "2027-01-12T10:00"));
    horizon(35);

    extend(stored);

    assertThat(starts(stored))
        .containsExactly("2027-01-05T10:00", "2027-01-26T10:00", "2027-02-02T10:00");
    assertThat(get(stored).skippedCount()).isEqualTo(1);
  }

  @Test
  void raisedHorizonBooksAtMostFourThousandAtOnce() {
    StoredSeries stored = create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY"));
    horizon(4_100);

    StoredSeries once = extend(stored).series().orElseThrow();
    StoredSeries twice = extend(stored).series().orElseThrow();

    assertThat(once.occurrenceCount()).isEqualTo(28 + 4_000);
    assertThat(once.series().bookedUntil()).isBefore(NOW.plus(DAY.multipliedBy(4_100)));
    assertThat(twice.occurrenceCount()).isEqualTo(once.occurrenceCount());
    assertThat(twice.series().bookedUntil()).isEqualTo(once.series().bookedUntil());
  }

  @Test
  void lowerHorizonRemovesNothing() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);
    horizon(10);

    extend(stored);
    assertThat(occurrences(stored)).isEqualTo(before);
    assertThat(get(stored).series().bookedUntil()).isEqualTo(stored.series().bookedUntil());
    SeriesResult shifted = update(hour(stored, "2027-01-05T11:00"), TIMES);

    assertThat(shifted.removed()).isZero();
    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(get(stored).series().bookedUntil()).isAfterOrEqualTo(stored.series().bookedUntil());
  }

  /** The last one begins half an hour before the horizon, and after the shift behind it. */
  @Test
  void shiftKeepsOccurrencesAtHorizon() {
    StoredSeries stored = create(hours("2027-01-05T12:30", "RRULE:FREQ=DAILY"));
    List<Event> before = occurrences(stored);
    assertThat(starts(stored)).endsWith("2027-02-01T12:30");
    Event last = before.get(before.size() - 1);
    delete(occurrence(stored, "2027-01-31T12:30"));

    update(hour(stored, "2027-01-05T13:30"), TIMES);
    extend(stored);
    update(hour(stored, "2027-01-05T14:30"), TIMES);

    assertThat(read(last).startTime()).isEqualTo(at("2027-02-01T14:30"));
    assertThat(starts(stored)).endsWith("2027-01-30T14:30", "2027-02-01T14:30").hasSize(27);
  }

  @Test
  void extendsOnlySeriesWithoutEnd() {
    StoredSeries complete = create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=2"));
    horizon(60);

    SeriesResult result = extend(complete);

    assertThat(result.series().orElseThrow().occurrenceCount()).isEqualTo(2);
    assertThat(get(complete).series().bookedUntil()).isEqualTo(complete.series().bookedUntil());
    assertThatThrownBy(
            () -> series().extend(new SeriesKey(owner, UUID.randomUUID()), clock.instant()))
        .isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void lateExtensionBooksNothingOlderThanRetention() {
    StoredSeries stored = weekly();
    clock.moveBy(DAY.multipliedBy(100));

    extend(stored);

    assertThat(starts(stored).subList(4, 6))
        .containsExactly("2027-03-16T10:00", "2027-03-23T10:00");
    assertThat(occurrences(stored))
        .filteredOn(event -> event.startTime().isBefore(clock.instant()))
        .filteredOn(event -> event.createTime().equals(clock.instant()))
        .isNotEmpty()
        .allMatch(event -> event.reminders().isEmpty());
  }

  @Test
  void findsSeriesToExtend() {
    StoredSeries far = create(hours("2028-01-04T10:00", "RRULE:FREQ=WEEKLY"));
    StoredSeries near = create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY"));
    create(hours("2027-01-05T12:00", "RRULE:FREQ=WEEKLY;COUNT=2"));

    assertThat(toExtend(Duration.ofDays(28))).isEmpty();
    assertThat(toExtend(Duration.ofDays(29))).containsExactly(near.series().id());
    assertThat(toExtend(Duration.ofDays(1_000)))
        .containsExactly(near.series().id(), far.series().id());
    assertThat(storages().series().bookedBefore(NOW.plus(DAY.multipliedBy(29)), 1)).hasSize(1);
  }

  @Test
  void seriesWithEndBecomesEndless() {
    StoredSeries stored = create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=10"));
    List<Event> before = occurrences(stored);

    StoredSeries endless =
        update(change(stored).repeating("RRULE:FREQ=WEEKLY"), "recurrence").series().orElseThrow();

    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(endless.series().isComplete()).isFalse();
    assertThat(endless.series().bookedUntil()).isAfterOrEqualTo(stored.series().bookedUntil());
  }

  private List<UUID> toExtend(Duration ahead) {
    return storages().series().bookedBefore(NOW.plus(ahead), ALL).stream()
        .filter(key -> key.ownerId().equals(owner))
        .map(SeriesKey::id)
        .toList();
  }
}
