package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.SeriesConflictException;
import calendar.event.Event;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each storage changes or deletes an occurrence and those that follow. */
public abstract class SplitSeriesContract extends OnSeries {

  private StoredSeries daily(String... dates) {
    SeriesInput input = hours("2027-01-05T10:00").reminding(QUARTER);
    String[] lines = new String[dates.length + 1];
    lines[0] = "RRULE:FREQ=DAILY;COUNT=6";
    System.arraycopy(dates, 0, lines, 1, dates.length);
    return create(input.repeating(lines));
  }

  @Test
  void changesThisAndFollowing() {
    StoredSeries stored = daily();
    List<Event> before = occurrences(stored);

    SeriesResult result = update(change(stored).titled("Retro"), from("2027-01-08T10:00"), "title");

    StoredSeries later = result.series().orElseThrow();
    StoredSeries earlier = result.earlier().orElseThrow();
    assertThat(earlier.series().id()).isEqualTo(stored.series().id());
    assertThat(later.series().id()).isNotEqualTo(stored.series().id());
    assertThat(starts(earlier))
        .containsExactly("2027-01-05T10:00", "2027-01-06T10:00", "2027-01-07T10:00");
    assertThat(starts(later))
        .containsExactly("2027-01-08T10:00", "2027-01-09T10:00", "2027-01-10T10:00");
    assertThat(occurrences(earlier)).isEqualTo(before.subList(0, 3));
    assertThat(ids(occurrences(later))).isEqualTo(ids(before.subList(3, 6)));
    assertThat(occurrences(later)).extracting(Event::title).containsOnly("Retro");
    assertThat(occurrences(later))
        .extracting(Event::reminders)
        .isEqualTo(before.subList(3, 6).stream().map(Event::reminders).toList());
    assertThat(result.removed()).isZero();
    assertThat(earlier.occurrenceCount()).isEqualTo(3);
    assertThat(later.occurrenceCount()).isEqualTo(3);
  }

  @Test
  void dividesCountAndDates() {
    StoredSeries stored =
        daily(
            "EXDATE:20270106T090000Z,20270109T090000Z", "RDATE:20270107T140000Z,20270120T090000Z");

    SeriesResult result = update(hour(stored, "2027-01-08T11:00"), from("2027-01-08T10:00"), TIMES);

    StoredSeries later = result.series().orElseThrow();
    StoredSeries earlier = get(stored);
    assertThat(starts(earlier))
        .containsExactly("2027-01-05T10:00", "2027-01-07T10:00", "2027-01-07T15:00");
    assertThat(starts(later))
        .containsExactly("2027-01-08T11:00", "2027-01-10T11:00", "2027-01-20T11:00");
    assertThat(earlier.series().recurrence().lines().get(0))
        .contains("UNTIL=")
        .doesNotContain("COUNT");
    assertThat(later.series().recurrence().lines().get(0)).contains("COUNT=3");
    assertThat(get(later).series().recurrence().lines())
        .isEqualTo(later.series().recurrence().lines());
  }

  @Test
  void partsHaveEtagsOfTheirOwn() {
    StoredSeries stored = daily();

    SeriesResult result =
        update(
            change(stored).titled("Retro").expecting(stored.series().etag()),
            from("2027-01-08T10:00"),
            "title");

    StoredSeries earlier = result.earlier().orElseThrow();
    assertThat(earlier.series().etag()).isNotEqualTo(stored.series().etag());
    assertThat(get(stored).series().etag()).isEqualTo(earlier.series().etag());
    StoredSeries later = result.series().orElseThrow();
    rename(later, "Planning");
    assertThat(get(stored).series().etag()).isEqualTo(earlier.series().etag());
    assertThat(occurrences(earlier)).extracting(Event::title).containsOnly("Standup");
    assertThat(get(earlier).series().isComplete()).isTrue();
  }

  @Test
  void firstOccurrenceMeansWholeSeries() {
    StoredSeries stored = daily();

    SeriesResult result = update(change(stored).titled("Retro"), from("2027-01-05T10:00"), "title");

    assertThat(result.earlier()).isEmpty();
    assertThat(result.series().orElseThrow().series().id()).isEqualTo(stored.series().id());
    assertThat(occurrences(stored)).hasSize(6).allMatch(event -> event.title().equals("Retro"));
  }

  @Test
  void rejectsTimeWithoutOccurrence() {
    StoredSeries stored = daily("EXDATE:20270106T090000Z", "RDATE:20270107T140000Z");
    SeriesInput change = change(stored).titled("Retro");
    List<FromDraft> none =
        List.of(
            from("2027-01-08T10:01"),
            from("2027-01-04T10:00"),
            from("2027-01-11T10:00"),
            from("2027-01-06T10:00"),
            from("2027-01-07T15:00"),
            new FromDraft(Instant.MAX, null));

    assertThat(none)
        .allSatisfy(
            from -> {
              assertThat(badFields(() -> update(change, from, "title")))
                  .containsExactly("from_time");
              assertThat(badFields(() -> delete(stored, from))).containsExactly("from_time");
            });
    FromDraft date = new FromDraft(null, LocalDate.of(2027, 1, 8));
    assertThat(badFields(() -> update(change, date, "title"))).containsExactly("from_date");
    assertThat(occurrences(stored)).hasSize(6);
  }

  @Test
  void splitsAllDaySeriesByDate() {
    StoredSeries stored =
        create(
            new SeriesInput(owner, "")
                .titled("Fair")
                .in("Europe/Brussels")
                .days("2027-03-27", "2027-03-28")
                .repeating("RRULE:FREQ=DAILY;COUNT=4"));
    SeriesInput change = change(stored).titled("Market");

    SeriesResult result = update(change, new FromDraft(null, LocalDate.of(2027, 3, 29)), "title");

    assertThat(occurrences(result.series().orElseThrow()))
        .extracting(OnSeries::date)
        .containsExactly(LocalDate.of(2027, 3, 29), LocalDate.of(2027, 3, 30));
    assertThat(occurrences(stored)).hasSize(2);
    assertThat(badFields(() -> update(change, from("2027-03-28T00:00"), "title")))
        .containsExactly("from_time");
    assertThat(badFields(() -> update(change, new FromDraft(null, LocalDate.MAX), "title")))
        .containsExactly("from_date");
  }

  /** On 28 March, Brussels has no 02:30: the occurrence begins at 03:30. */
  @Test
  void rejectsSplitAtSkippedTime() {
    StoredSeries stored = create(hours("2027-03-27T02:30", "RRULE:FREQ=DAILY;COUNT=3"));
    assertThat(starts(stored).get(1)).isEqualTo("2027-03-28T03:30");

    assertThat(
            badFields(
                () -> update(change(stored).titled("Retro"), from("2027-03-28T03:30"), "title")))
        .containsExactly("from_time");
    update(change(stored).titled("Retro"), from("2027-03-29T02:30"), "title");
    delete(stored, from("2027-03-28T03:30"));
    assertThat(starts(stored)).containsExactly("2027-03-27T02:30");
  }

  @Test
  void splitMatchesDeletedAndExceptions() {
    StoredSeries stored = daily();
    delete(occurrence(stored, "2027-01-09T10:00"));
    delete(occurrence(stored, "2027-01-06T10:00"));
    Event early =
        move(occurrence(stored, "2027-01-10T10:00"), "2027-01-05T15:00", "2027-01-05T16:00");

    StoredSeries later =
        update(hour(stored, "2027-01-08T11:00"), from("2027-01-08T10:00"), TIMES)
            .series()
            .orElseThrow();

    assertThat(ids(occurrences(later))).contains(early.id());
    assertThat(starts(later)).containsExactly("2027-01-05T15:00", "2027-01-08T11:00");
    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-07T10:00");
  }

  @Test
  void splitDetachesExceptionsWithoutPlace() {
    StoredSeries stored = daily();
    Event titled = retitle(occurrence(stored, "2027-01-10T10:00"), "Planning");

    SeriesResult result =
        update(
            change(stored).repeating("RRULE:FREQ=DAILY;COUNT=1"),
            from("2027-01-08T10:00"),
            "recurrence");

    assertThat(result.detached()).isEqualTo(1);
    assertThat(result.removed()).isEqualTo(1);
    assertThat(read(titled).occurrence()).isEmpty();
    assertThat(starts(result.series().orElseThrow())).containsExactly("2027-01-08T10:00");
  }

  @Test
  void splitKeepsSkipsOfEarlierPart() {
    Event busy = book("2027-01-06T10:00", "2027-01-06T11:00");
    book("2027-01-09T10:00", "2027-01-09T11:00");
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=6"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();

    SeriesResult result = update(hour(stored, "2027-01-08T11:00"), from("2027-01-08T10:00"), TIMES);

    assertThat(result.earlier().orElseThrow().firstSkipped())
        .extracting(SkippedOccurrence::conflictingEventId)
        .containsExactly(busy.id());
    assertThat(get(stored).skippedCount()).isEqualTo(1);
    StoredSeries later = result.series().orElseThrow();
    assertThat(later.skippedCount()).isZero();
    assertThat(starts(later))
        .containsExactly("2027-01-08T11:00", "2027-01-09T11:00", "2027-01-10T11:00");
  }

  @Test
  void refusedSplitChangesNothing() {
    StoredSeries stored = daily();
    book("2027-01-09T11:00", "2027-01-09T12:00");
    List<Event> before = events();

    assertThatThrownBy(
            () -> update(hour(stored, "2027-01-08T11:00"), from("2027-01-08T10:00"), TIMES))
        .isInstanceOf(SeriesConflictException.class);

    assertThat(events()).isEqualTo(before);
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
    assertThat(list()).hasSize(1);
  }

  @Test
  void laterPartHasUidOfItsOwn() {
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=6").imported("u"));

    StoredSeries later =
        update(change(stored).titled("Retro"), from("2027-01-08T10:00"), "title")
            .series()
            .orElseThrow();

    assertThat(get(stored).series().source().get().component().uid()).isEqualTo("u");
    assertThat(get(later).series().source().get().component().uid()).isNotEqualTo("u");
  }

  private SeriesResult delete(StoredSeries stored, FromDraft from) {
    return series().delete(owner, stored.series().id().toString(), "", from);
  }

  private List<StoredSeries> list() {
    return storages().series().list(owner, Optional.empty(), 10);
  }
}
