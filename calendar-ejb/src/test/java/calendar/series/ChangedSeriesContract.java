package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EtagMismatchException;
import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.series.model.FromDraft;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each storage changes series whose occurrences stay where they are. */
public abstract class ChangedSeriesContract extends OnSeries {

  private StoredSeries weekly() {
    return create(hours("2027-01-05T10:00", "RRULE:FREQ=WEEKLY;COUNT=3").reminding(QUARTER));
  }

  @Test
  void renamesAllOccurrences() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);

    StoredSeries renamed = rename(stored, "Retro");

    List<Event> after = occurrences(stored);
    assertThat(renamed.series().template().title()).isEqualTo("Retro");
    assertThat(get(stored).series().template().title()).isEqualTo("Retro");
    assertThat(after).extracting(Event::title).containsOnly("Retro");
    assertThat(ids(after)).isEqualTo(ids(before));
    for (int i = 0; i < after.size(); i++) {
      assertThat(after.get(i).reminders()).isEqualTo(before.get(i).reminders());
      assertThat(after.get(i).createTime()).isEqualTo(before.get(i).createTime());
      assertThat(after.get(i).etag()).isNotEqualTo(before.get(i).etag());
    }
  }

  @Test
  void keepsExceptionsFieldByField() {
    StoredSeries stored = weekly();
    retitle(occurrence(stored, "2027-01-12T10:00"), "Planning");
    move(occurrence(stored, "2027-01-19T10:00"), "2027-01-20T15:00", "2027-01-20T16:00");

    update(change(stored).titled("Retro").reminding(HOUR), "title", "remind_before");

    assertThat(occurrences(stored))
        .extracting(Event::title)
        .containsExactly("Retro", "Planning", "Retro");
    assertThat(occurrences(stored)).extracting(Event::remindBefore).containsOnly(List.of(HOUR));
    assertThat(starts(stored))
        .containsExactly("2027-01-05T10:00", "2027-01-12T10:00", "2027-01-20T15:00");
  }

  @Test
  void changedOccurrenceStaysInItsPlace() {
    StoredSeries stored = weekly();
    Event moved =
        move(occurrence(stored, "2027-01-19T10:00"), "2027-01-20T15:00", "2027-01-20T16:00");

    assertThat(read(moved).occurrence().get().originalStart()).isEqualTo(at("2027-01-19T10:00"));
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
  }

  @Test
  void deletedOccurrenceStaysDeletedAfterRename() {
    StoredSeries stored = weekly();
    delete(occurrence(stored, "2027-01-12T10:00"));

    StoredSeries renamed = rename(stored, "Retro");

    assertThat(starts(stored)).containsExactly("2027-01-05T10:00", "2027-01-19T10:00");
    assertThat(renamed.occurrenceCount()).isEqualTo(2);
    assertThat(get(stored).occurrenceCount()).isEqualTo(2);
  }

  @Test
  void onlyUpdatesChangeEtag() {
    StoredSeries stored = weekly();
    retitle(occurrence(stored, "2027-01-12T10:00"), "Planning");
    delete(occurrence(stored, "2027-01-19T10:00"));
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());

    StoredSeries renamed = rename(stored, "Retro");

    assertThat(renamed.series().etag()).isNotEqualTo(stored.series().etag());
    assertThat(get(stored).series().etag()).isEqualTo(renamed.series().etag());
  }

  @Test
  void rejectsOldEtag() {
    StoredSeries stored = weekly();
    String old = stored.series().etag();
    String id = stored.series().id().toString();
    StoredSeries renamed =
        update(change(stored).titled("Retro").expecting(old), "title").series().orElseThrow();

    assertThatThrownBy(() -> update(change(stored).titled("Late").expecting(old), "title"))
        .isInstanceOfSatisfying(
            EtagMismatchException.class,
            mismatch -> {
              assertThat(mismatch.id()).isEqualTo(stored.series().id());
              assertThat(mismatch).hasMessageStartingWith("series ");
            });
    assertThatThrownBy(() -> series().delete(owner, id, old, FromDraft.NONE))
        .isInstanceOf(EtagMismatchException.class);
    assertThat(occurrences(stored)).extracting(Event::title).containsOnly("Retro");
    series().delete(owner, id, renamed.series().etag(), FromDraft.NONE);
    assertThat(events()).isEmpty();
  }

  @Test
  void rejectsBadUpdates() {
    StoredSeries stored = weekly();
    SeriesInput none = change(stored);

    assertThat(badFields(() -> update(none.titled(""), "title"))).containsExactly("series.title");
    assertThat(badFields(() -> update(none, "ical_recurrence_id"))).containsExactly("update_mask");
    assertThat(badFields(() -> update(none, "recurrence"))).containsExactly("series.recurrence");
    assertThat(badFields(() -> update(none.in("Europe/Brussel"), "time_zone")))
        .containsExactly("series.time_zone");
    assertThat(badFields(() -> update(none.in(""), "time_zone")))
        .containsExactly("series.time_zone");
    assertThat(badFields(() -> update(hour(stored, "2027-01-06T10:00"), "start_time")))
        .containsExactly("series.end_time");
    assertThat(
            badFields(() -> update(change(stored).days("2027-01-05", "2027-01-06"), "start_date")))
        .containsExactly("update_mask");
    assertThat(get(stored).series().etag()).isEqualTo(stored.series().etag());
    assertThatThrownBy(
            () -> update(new SeriesInput(owner, UUID.randomUUID().toString()).titled("Retro")))
        .isInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void renamesBegunSeriesInPlace() {
    StoredSeries stored = weekly();
    List<Event> before = occurrences(stored);
    clock.moveBy(Duration.ofDays(10));

    SeriesResult result = update(change(stored).titled("Retro"), "title");

    assertThat(result.earlier()).isEmpty();
    assertThat(ids(occurrences(stored))).isEqualTo(ids(before));
    assertThat(occurrences(stored)).extracting(Event::title).containsOnly("Retro");
    assertThat(occurrences(stored)).extracting(Event::updateTime).containsOnly(clock.instant());
  }

  @Test
  void renameKeepsDeliveredReminders() {
    StoredSeries stored = weekly();
    storages().deliverReminders(occurrences(stored).get(0));
    List<Event> before = occurrences(stored);
    clock.moveBy(Duration.ofDays(2));

    rename(stored, "Retro");

    assertThat(occurrences(stored))
        .extracting(Event::reminders)
        .isEqualTo(before.stream().map(Event::reminders).toList());
  }

  @Test
  void addsNoReminderWhoseTimeHasPassed() {
    StoredSeries stored = weekly();

    update(change(stored).reminding(DAY.multipliedBy(2), HOUR), "remind_before");

    assertThat(occurrences(stored))
        .extracting(Event::remindBefore)
        .containsExactly(
            List.of(HOUR), List.of(DAY.multipliedBy(2), HOUR), List.of(DAY.multipliedBy(2), HOUR));
    update(change(stored).reminding(QUARTER), "remind_before");
    assertThat(occurrences(stored)).extracting(Event::remindBefore).containsOnly(List.of(QUARTER));
  }
}
