package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.IcalUidExistsException;
import calendar.error.SeriesNotFoundException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.field.Availability;
import calendar.reminder.Reminder;
import calendar.series.model.StoredSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each storage creates series. */
public abstract class CreateSeriesContract extends OnSeries {

  @Test
  void booksWeeklySeries() {
    StoredSeries stored = create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3"));

    List<Event> events = occurrences(stored);
    assertThat(starts(events))
        .containsExactly("2027-01-05T10:00", "2027-01-12T10:00", "2027-01-19T10:00");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.title()).isEqualTo("Standup");
              assertThat(event.endTime()).isEqualTo(event.startTime().plus(HOUR));
              assertThat(event.times().timeZone()).isEqualTo("Europe/Brussels");
              assertThat(event.occurrence().get().originalStart()).isEqualTo(event.startTime());
              assertThat(event.occurrence().get().originalDate()).isEmpty();
              assertThat(event.createTime()).isEqualTo(NOW);
            });
    assertThat(stored.occurrenceCount()).isEqualTo(3);
    assertThat(stored.series().isComplete()).isTrue();
    assertThat(stored.series().bookedUntil()).isEqualTo(at("2027-01-19T11:00"));
    assertThat(read(events.get(0))).isEqualTo(events.get(0));
  }

  @Test
  void eachOccurrenceHasItsReminders() {
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3").reminding(QUARTER, DAY));

    List<Event> events = occurrences(stored);
    assertThat(events)
        .hasSize(3)
        .allSatisfy(
            event ->
                assertThat(event.reminders())
                    .extracting(Reminder::remindTime)
                    .containsExactly(
                        event.startTime().minus(DAY), event.startTime().minus(QUARTER)));
    assertThat(events.stream().flatMap(event -> event.reminders().stream()).map(Reminder::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void readsSeriesAsCreated() {
    StoredSeries stored =
        create(
            hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270112T090000Z")
                .available(Availability.FREE)
                .reminding(DAY, QUARTER));

    assertSame(get(stored), stored);
    assertThat(get(stored).occurrenceCount()).isEqualTo(2);
    assertThatThrownBy(() -> series().get(Drafts.newOwner(), stored.series().id().toString()))
        .isInstanceOf(SeriesNotFoundException.class);
    assertThatThrownBy(() -> series().get(owner, UUID.randomUUID().toString()))
        .isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void keepsWallClockWhenClocksChange() {
    StoredSeries stored = create(hours("2027-03-27T10:00", "RRULE:FREQ=DAILY;COUNT=2"));

    assertThat(occurrences(stored))
        .extracting(Event::startTime)
        .containsExactly(
            Instant.parse("2027-03-27T09:00:00Z"), Instant.parse("2027-03-28T08:00:00Z"));
  }

  @Test
  void booksAllDaySeries() {
    StoredSeries stored =
        create(
            new SeriesInput(owner, "")
                .titled("Fair")
                .in("Europe/Brussels")
                .days("2027-03-27", "2027-03-28")
                .repeating("RRULE:FREQ=DAILY;COUNT=2"));

    List<Event> events = occurrences(stored);
    assertThat(events)
        .extracting(OnSeries::date)
        .containsExactly(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 28));
    assertThat(events.get(1).times().dates().get().end()).isEqualTo(LocalDate.of(2027, 3, 29));
    assertThat(events)
        .extracting(event -> Duration.between(event.startTime(), event.endTime()))
        .containsExactly(Duration.ofHours(24), Duration.ofHours(23));
    assertSame(get(stored), stored);
  }

  @Test
  void freeSeriesOverlapsAnything() {
    book("2027-01-05T10:00", "2027-01-05T11:00");

    StoredSeries stored =
        create(
            hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=3")
                .from(at("2027-01-05T10:00"), at("2027-01-07T10:00"))
                .available(Availability.FREE));
    book("2027-01-06T10:00", "2027-01-06T11:00");

    assertThat(occurrences(stored)).hasSize(3).noneMatch(Event::isBusy);
  }

  @Test
  void rejectsSeriesThatOverlapsItself() {
    SeriesInput tooLong =
        hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=3")
            .from(at("2027-01-05T10:00"), at("2027-01-06T10:01"));

    assertThat(badFields(() -> create(tooLong))).containsExactly("series.recurrence");
    assertThat(events()).isEmpty();
    create(tooLong.from(at("2027-01-05T10:00"), at("2027-01-06T10:00")));
  }

  @Test
  void rejectsTooManyOccurrences() {
    SeriesInput tooMany = hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=4001");
    SeriesInput tooManyAhead = hours("2027-01-05T10:00", "RRULE:FREQ=HOURLY;INTERVAL=4");

    assertThat(badFields(() -> create(tooMany))).containsExactly("series.recurrence[0]");
    assertThat(badFields(() -> create(tooManyAhead))).containsExactly("series.recurrence");
    assertThat(events()).isEmpty();
    assertThat(create(tooMany.repeating("RRULE:FREQ=DAILY;COUNT=4000")).occurrenceCount())
        .isEqualTo(4000);
  }

  @Test
  void booksOnlyWhatIsRetained() {
    StoredSeries stored = create(hours("2026-11-03T10:00", "RRULE:FREQ=WEEKLY;UNTIL=20270112"));

    assertThat(starts(stored))
        .containsExactly(
            "2026-12-08T10:00",
            "2026-12-15T10:00",
            "2026-12-22T10:00",
            "2026-12-29T10:00",
            "2027-01-05T10:00",
            "2027-01-12T10:00");
  }

  @Test
  void rejectsSeriesWithNothingLeft() {
    SeriesInput over = hours("2026-11-03T10:00", "RRULE:FREQ=WEEKLY;COUNT=4");

    assertThat(badFields(() -> create(over))).containsExactly("series.recurrence");
    assertThat(create(over.repeating("RRULE:FREQ=WEEKLY;COUNT=6")).occurrenceCount()).isEqualTo(1);
  }

  @Test
  void rejectsOccurrenceAfterLastYear() {
    SeriesInput late =
        hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=1", "RDATE:99991231T233000Z");

    assertThat(badFields(() -> create(late))).containsExactly("series.recurrence");
  }

  @Test
  void rejectsSecondSeriesOfSameComponent() {
    StoredSeries first =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3").imported("uid-1"));
    SeriesInput second = hours("2027-01-05T15:00", "RRULE:FREQ=WEEKLY;COUNT=3");

    IcalUidExistsException refusal =
        catchThrowableOfType(IcalUidExistsException.class, () -> create(second.imported("uid-1")));

    assertThat(refusal.isSeries()).isTrue();
    assertThat(refusal.existingId()).isEqualTo(first.series().id());
    StoredSeries other = create(second.imported("uid-2"));
    assertThatThrownBy(() -> update(change(other).imported("uid-1"), "ical_uid"))
        .isInstanceOf(IcalUidExistsException.class);
    assertThat(update(change(first).imported("uid-1").titled("Retro")).series()).isPresent();
    assertThat(events()).hasSize(6);
  }

  private static void assertSame(StoredSeries one, StoredSeries other) {
    assertThat(one).usingRecursiveComparison().ignoringFields("series.recurrence").isEqualTo(other);
    assertThat(one.series().recurrence().lines()).isEqualTo(other.series().recurrence().lines());
  }
}
