package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each storage returns if a client repeats a request (AIP-155). */
public abstract class SeriesRequestsContract extends OnSeries {

  private StoredSeries daily() {
    return create(hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=6"));
  }

  @Test
  void repeatedRequestBooksOnce() {
    String request = UUID.randomUUID().toString();
    SeriesInput input = hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3");
    StoredSeries first = create(input, request, OnConflict.REFUSE).series().orElseThrow();
    StoredSeries renamed = rename(first, "Retro");
    delete(occurrences(first).get(0));

    SeriesResult repeated = create(input, request, OnConflict.REFUSE);

    assertThat(repeated.isReplayed()).isTrue();
    assertThat(repeated.earlier()).isEmpty();
    assertThat(repeated.series().orElseThrow().series().etag()).isEqualTo(renamed.series().etag());
    assertThat(repeated.series().orElseThrow().occurrenceCount()).isEqualTo(2);
    assertThat(events()).hasSize(2);
  }

  @Test
  void deletedSeriesFreesRequestId() {
    String request = UUID.randomUUID().toString();
    SeriesInput input = hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3");
    StoredSeries first = create(input, request, OnConflict.REFUSE).series().orElseThrow();
    delete(first);

    SeriesResult again = create(input, request, OnConflict.REFUSE);

    assertThat(again.isReplayed()).isFalse();
    assertThat(again.series().orElseThrow().series().id()).isNotEqualTo(first.series().id());
    assertThat(create(input, request, OnConflict.REFUSE).isReplayed()).isTrue();
    assertThat(events()).hasSize(3);
  }

  @Test
  void repeatedUpdateChangesOnce() {
    StoredSeries stored = daily();
    String request = UUID.randomUUID().toString();
    SeriesResult first = renamed(stored, request);
    rename(stored, "Planning");

    SeriesResult repeated = renamed(stored, request);

    assertThat(first.isReplayed()).isFalse();
    assertThat(repeated.isReplayed()).isTrue();
    assertThat(repeated.series().orElseThrow().series().template().title()).isEqualTo("Planning");
    assertThat(occurrences(stored)).extracting(Event::title).containsOnly("Planning");
  }

  @Test
  void repeatedUpdateOfDeletedSeriesFails() {
    StoredSeries stored = daily();
    String request = UUID.randomUUID().toString();
    renamed(stored, request);
    delete(stored);

    assertThatThrownBy(() -> renamed(stored, request)).isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void repeatedSplitReturnsBothParts() {
    StoredSeries stored = daily();
    String request = UUID.randomUUID().toString();
    SeriesResult first = split(stored, request);
    StoredSeries later = first.series().orElseThrow();
    rename(later, "Planning");

    SeriesResult repeated = split(stored, request);

    assertThat(repeated.isReplayed()).isTrue();
    assertThat(repeated.series().orElseThrow().series().id()).isEqualTo(later.series().id());
    assertThat(repeated.series().orElseThrow().series().template().title()).isEqualTo("Planning");
    assertThat(repeated.earlier().orElseThrow().series().id()).isEqualTo(stored.series().id());
    assertThat(list()).hasSize(2);
  }

  @Test
  void repeatedSplitReturnsPartThatIsLeft() {
    StoredSeries one = daily();
    String request = UUID.randomUUID().toString();
    StoredSeries later = split(one, request).series().orElseThrow();

    delete(one);
    SeriesResult repeated = split(one, request);
    assertThat(repeated.series().orElseThrow().series().id()).isEqualTo(later.series().id());
    assertThat(repeated.earlier()).isEmpty();

    delete(later);
    assertThatThrownBy(() -> split(one, request)).isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void repeatedSplitReturnsEarlierPart() {
    StoredSeries one = daily();
    String request = UUID.randomUUID().toString();
    delete(split(one, request).series().orElseThrow());

    SeriesResult repeated = split(one, request);

    assertThat(repeated.isReplayed()).isTrue();
    assertThat(repeated.series()).isEmpty();
    assertThat(repeated.earlier().orElseThrow().series().id()).isEqualTo(one.series().id());
    assertThat(list()).hasSize(1);
  }

  @Test
  void repeatedUpdateReturnsFutureAndHistory() {
    StoredSeries stored = daily();
    String request = UUID.randomUUID().toString();
    clock.moveBy(DAY.multipliedBy(3));
    SeriesInput shift = hour(stored, "2027-01-05T11:00");
    SeriesResult first = requested(shift, FromDraft.NONE, request, TIMES);

    SeriesResult repeated = requested(shift, FromDraft.NONE, request, TIMES);

    assertThat(repeated.isReplayed()).isTrue();
    assertThat(repeated.series().orElseThrow().series().id()).isEqualTo(stored.series().id());
    assertThat(repeated.earlier().orElseThrow().series().id())
        .isEqualTo(first.earlier().orElseThrow().series().id());
    assertThat(events()).hasSize(6);
  }

  @Test
  void trialDoesNotUseRequestId() {
    String request = UUID.randomUUID().toString();
    SeriesInput input = hours("2027-01-05T10:00", "RRULE:FREQ=DAILY;COUNT=6");
    series().create(input.draft(), request, OnConflict.REFUSE, true);

    assertThat(create(input, request, OnConflict.REFUSE).isReplayed()).isFalse();
    assertThat(events()).hasSize(6);
  }

  private SeriesResult renamed(StoredSeries stored, String request) {
    return requested(change(stored).titled("Retro"), FromDraft.NONE, request, "title");
  }

  private SeriesResult split(StoredSeries stored, String request) {
    return requested(change(stored).titled("Retro"), from("2027-01-08T10:00"), request, "title");
  }

  private SeriesResult requested(
      SeriesInput change, FromDraft from, String request, String... paths) {
    return series().update(change.draft(), List.of(paths), from, request, OnConflict.REFUSE, false);
  }

  private void delete(StoredSeries stored) {
    series().delete(owner, stored.series().id().toString(), "", FromDraft.NONE);
  }

  private List<StoredSeries> list() {
    return storages().series().list(owner, Optional.empty(), 10);
  }
}
