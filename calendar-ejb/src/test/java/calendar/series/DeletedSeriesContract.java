package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EventNotFoundException;
import calendar.error.SeriesNotFoundException;
import calendar.error.Violations;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each storage deletes and lists series. */
public abstract class DeletedSeriesContract extends OnSeries {
  private static final int MANY = 1_000_000;

  private StoredSeries daily(int hour) {
    return create(
        hours("2027-01-05T%02d:00".formatted(hour), "RRULE:FREQ=DAILY;COUNT=4").reminding(QUARTER));
  }

  private SeriesResult delete(StoredSeries stored, FromDraft from) {
    return series().delete(owner, stored.series().id().toString(), "", from);
  }

  @Test
  void deletesSeriesWithExceptions() {
    StoredSeries stored = daily(10);
    StoredSeries other = daily(12);
    Event exception =
        move(occurrence(stored, "2027-01-06T10:00"), "2027-01-20T15:00", "2027-01-20T16:00");

    SeriesResult result = delete(stored, FromDraft.NONE);

    assertThat(result.series()).isEmpty();
    assertThat(result.removed()).isEqualTo(4);
    assertThat(events()).isEqualTo(occurrences(other)).hasSize(4);
    assertThatThrownBy(() -> get(stored)).isInstanceOf(SeriesNotFoundException.class);
    assertThatThrownBy(() -> delete(stored, FromDraft.NONE))
        .isInstanceOf(SeriesNotFoundException.class);
    assertThatThrownBy(() -> rename(stored, "Retro")).isInstanceOf(SeriesNotFoundException.class);
    assertThatThrownBy(() -> read(exception)).hasCauseInstanceOf(EventNotFoundException.class);
    daily(10);
  }

  @Test
  void deletesThisAndFollowing() {
    StoredSeries stored = daily(10);
    move(occurrence(stored, "2027-01-08T10:00"), "2027-01-05T15:00", "2027-01-05T16:00");
    List<Event> before = occurrences(stored);

    SeriesResult result = delete(stored, from("2027-01-07T10:00"));

    StoredSeries left = result.series().orElseThrow();
    assertThat(result.removed()).isEqualTo(2);
    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-06T10:00");
    assertThat(before).containsAll(occurrences(stored));
    assertThat(left.series().id()).isEqualTo(stored.series().id());
    assertThat(left.series().etag()).isNotEqualTo(stored.series().etag());
    assertThat(left.occurrenceCount()).isEqualTo(2);
    assertThat(get(stored).series().recurrence().lines().get(0)).contains("UNTIL=");
    assertThat(get(stored).series().etag()).isEqualTo(left.series().etag());
  }

  @Test
  void deleteOfRestForgetsItsSkips() {
    book("2027-01-06T10:00", "2027-01-06T11:00");
    book("2027-01-08T10:00", "2027-01-08T11:00");
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=4"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();
    assertThat(stored.skippedCount()).isEqualTo(2);

    delete(stored, from("2027-01-07T10:00"));

    assertThat(get(stored).firstSkipped())
        .extracting(skip -> skip.occurrence().originalStart())
        .containsExactly(at("2027-01-06T10:00"));
  }

  @Test
  void deleteFromFirstDeletesAll() {
    StoredSeries stored = daily(10);

    SeriesResult result = delete(stored, from("2027-01-05T10:00"));

    assertThat(result.series()).isEmpty();
    assertThat(events()).isEmpty();
    assertThatThrownBy(() -> get(stored)).isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void seriesWithoutOccurrencesIsKept() {
    StoredSeries stored = daily(10);
    occurrences(stored).forEach(this::delete);

    assertThat(get(stored).occurrenceCount()).isZero();
    assertThat(delete(stored, FromDraft.NONE).removed()).isZero();
  }

  @Test
  void purgesFinishedSeriesWithoutOccurrences() {
    StoredSeries stored = daily(10);
    StoredSeries kept = daily(12);
    StoredSeries endless = create(hours("2027-01-05T14:00", "RRULE:FREQ=YEARLY"));
    occurrences(stored).forEach(this::delete);
    occurrences(endless).forEach(this::delete);

    storages().series().purge(stored.series().bookedUntil(), MANY);
    assertThat(get(stored).occurrenceCount()).isZero();
    storages().series().purge(at("2040-01-01T00:00"), MANY);

    assertThatThrownBy(() -> get(stored)).isInstanceOf(SeriesNotFoundException.class);
    assertThat(get(kept).occurrenceCount()).isEqualTo(4);
    assertThat(get(endless).series().id()).isEqualTo(endless.series().id());
  }

  @Test
  void purgesOldSkips() {
    daily(10);
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=5"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();

    PurgedSeries purged = storages().series().purge(at("2027-01-07T10:00"), MANY);

    assertThat(purged.skipped()).isGreaterThanOrEqualTo(2);
    assertThat(get(stored).firstSkipped())
        .extracting(skip -> skip.occurrence().originalStart())
        .containsExactly(at("2027-01-07T10:00"), at("2027-01-08T10:00"));
  }

  @Test
  void listsSeriesInPages() {
    List<UUID> all = new ArrayList<>();
    for (int hour = 8; hour < 13; hour++) {
      all.add(daily(hour).series().id());
    }

    Page<StoredSeries, UUID> first = page(2, Optional.empty());
    Page<StoredSeries, UUID> second = page(2, first.next());
    Page<StoredSeries, UUID> third = page(2, second.next());

    assertThat(seriesIds(first)).isEqualTo(all.subList(0, 2));
    assertThat(seriesIds(second)).isEqualTo(all.subList(2, 4));
    assertThat(seriesIds(third)).isEqualTo(all.subList(4, 5));
    assertThat(third.next()).isEmpty();
    assertThat(first.entries().get(0).occurrenceCount()).isEqualTo(4);
    assertThat(seriesIds(page(0, Optional.empty()))).isEqualTo(all);
    assertThat(badFields(() -> page(-1, Optional.empty()))).containsExactly("page_size");
  }

  @Test
  void listShowsCountsAndSkips() {
    StoredSeries taken = daily(10);
    StoredSeries stored =
        create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=5"), "", OnConflict.SKIP)
            .series()
            .orElseThrow();

    List<StoredSeries> entries = page(0, Optional.empty()).entries();

    assertThat(entries).extracting(StoredSeries::occurrenceCount).containsExactly(4, 1);
    assertThat(entries).extracting(StoredSeries::skippedCount).containsExactly(0, 4);
    assertThat(entries.get(1).firstSkipped())
        .isEqualTo(stored.firstSkipped())
        .extracting(SkippedOccurrence::conflictingEventId)
        .isEqualTo(ids(occurrences(taken)));
  }

  @Test
  void ownersSeeOnlyTheirSeries() {
    daily(10);

    assertThat(storages().series().list(Drafts.newOwner(), Optional.empty(), 10)).isEmpty();
  }

  private Page<StoredSeries, UUID> page(int size, Optional<UUID> after) {
    return series().list(owner, size, after, PageBudget.unlimited(), new Violations());
  }

  private static List<UUID> seriesIds(Page<StoredSeries, UUID> page) {
    return page.entries().stream().map(stored -> stored.series().id()).toList();
  }
}
