package calendar.event;

import static calendar.event.Drafts.event;
import static calendar.event.Drafts.moved;
import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.TimeConflictException;
import calendar.event.field.Interval;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each {@link EventStorage} updates and deletes events. */
public abstract class EventChangesContract extends OnEventStorage {
  @Test
  void updatesEvent() {
    Event event = create(event(owner, TEN, ELEVEN, QUARTER));

    Event updated =
        storage().update(owner, event.id(), Optional.of(event.etag()), e -> moved(e, NINE, NOON));

    assertThat(updated.etag()).isNotEqualTo(event.etag());
    assertThat(updated.interval()).isEqualTo(new Interval(NINE, NOON));
    assertThat(get(event.id())).isEqualTo(updated);
    assertThat(list(NINE, NOON)).containsExactly(updated);
    create(event(owner, NOON, NOON.plusSeconds(1)));
  }

  /** Java's old date classes use the Julian calendar before 1582-10-15. */
  @Test
  void movesEventToAnyYear() {
    movesAndRetitles(Instant.parse("0001-01-08T10:00:00Z"));
    movesAndRetitles(Instant.parse("1500-03-01T10:00:00.000001Z"));
    movesAndRetitles(Instant.parse("1582-10-10T10:00:00Z"));
    movesAndRetitles(Instant.parse("9999-12-30T10:00:00Z"));
  }

  private void movesAndRetitles(Instant start) {
    Instant end = start.plusSeconds(60);
    Event event = create(event(owner, TEN, ELEVEN, Duration.ofDays(7), Duration.ZERO));

    Event moved = storage().update(owner, event.id(), Optional.empty(), e -> moved(e, start, end));
    assertThat(moved.startTime()).isEqualTo(start);
    assertThat(get(event.id())).isEqualTo(moved);

    Event retitled =
        storage().update(owner, event.id(), Optional.empty(), e -> retitled(e, "Retro"));
    assertThat(retitled.interval()).isEqualTo(new Interval(start, end));
    assertThat(get(event.id())).isEqualTo(retitled);
    assertThat(list(start, end)).containsExactly(retitled);
  }

  private static Event retitled(Event event, String title) {
    return event.change(
        new EventDraft(
            event.ownerId(),
            "",
            title,
            event.description(),
            event.startTime(),
            event.endTime(),
            event.remindBefore(),
            ""),
        Drafts.NOW.plusSeconds(2));
  }

  /** By the difference between the Julian and the Gregorian calendar. */
  @Test
  void movesOldEventByDays() {
    movesByDays(Instant.parse("0001-01-08T00:00:00Z"), -2);
    movesByDays(Instant.parse("1450-06-01T00:00:00Z"), 9);
    movesByDays(Instant.parse("1500-06-01T00:00:00Z"), 10);
    movesByDays(Instant.parse("1582-10-10T00:00:00Z"), 10);
  }

  private void movesByDays(Instant start, int days) {
    Event event = create(event(owner, start, start.plusSeconds(60)));
    Instant later = start.plus(Duration.ofDays(days));

    Event moved =
        storage()
            .update(
                owner, event.id(), Optional.empty(), e -> moved(e, later, later.plusSeconds(60)));

    assertThat(get(event.id())).isEqualTo(moved);
  }

  @Test
  void moveFreesOldTime() {
    Event event = create(event(owner, TEN, ELEVEN));
    storage().update(owner, event.id(), Optional.empty(), e -> moved(e, NINE, TEN));

    create(event(owner, TEN, ELEVEN));
  }

  @Test
  void updateKeepsUnchangedReminders() {
    Event event = create(event(owner, TEN, ELEVEN, Duration.ofDays(1), QUARTER));
    Reminder dayBefore = event.reminders().get(0);

    Event longer = storage().update(owner, event.id(), Optional.empty(), e -> moved(e, TEN, NOON));
    Event fewer =
        storage()
            .update(
                owner,
                event.id(),
                Optional.empty(),
                e -> e.change(Drafts.draft(owner, TEN, NOON, Duration.ofDays(1)), Drafts.NOW));
    Event later =
        storage().update(owner, event.id(), Optional.empty(), e -> moved(e, ELEVEN, NOON));

    assertThat(longer.reminders()).isEqualTo(event.reminders());
    assertThat(fewer.reminders()).containsExactly(dayBefore);
    assertThat(later.reminders()).hasSize(1);
    assertThat(later.reminders().get(0).id()).isNotEqualTo(dayBefore.id());
    assertThat(later.reminders().get(0).remindTime()).isEqualTo(ELEVEN.minus(Duration.ofDays(1)));
    assertThat(later.reminders().get(0).state()).isEqualTo(ReminderState.SCHEDULED);
    assertThat(get(event.id())).isEqualTo(later);
  }

  @Test
  void rejectsUpdateIntoTakenTime() {
    Event taken = create(event(owner, TEN, ELEVEN));
    Event event = create(event(owner, ELEVEN, NOON));

    TimeConflictException busy =
        catchThrowableOfType(
            TimeConflictException.class,
            () -> storage().update(owner, event.id(), Optional.empty(), e -> moved(e, NINE, NOON)));

    assertThat(busy.conflictingEventId()).isEqualTo(taken.id());
    assertThat(get(event.id())).isEqualTo(event);
  }

  /** The event starts before the next one, so a naive search would find only the event itself. */
  @Test
  void rejectsStretchOverNextEvent() {
    Event event = create(event(owner, TEN, ELEVEN));
    Event neighbour = create(event(owner, ELEVEN, NOON));

    TimeConflictException busy =
        catchThrowableOfType(
            TimeConflictException.class,
            () -> storage().update(owner, event.id(), Optional.empty(), e -> moved(e, TEN, NOON)));

    assertThat(busy.conflictingEventId()).isEqualTo(neighbour.id());
    assertThat(busy.conflictingStartTime()).isEqualTo(ELEVEN);
    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void rejectsUpdateOfOldOrUnknownEvent() {
    Event event = create(event(owner, TEN, ELEVEN));

    assertThatThrownBy(() -> storage().update(owner, event.id(), Optional.of("0"), e -> e))
        .isInstanceOf(EtagMismatchException.class);
    assertThatThrownBy(() -> storage().update(owner, UUID.randomUUID(), Optional.empty(), e -> e))
        .isInstanceOf(EventNotFoundException.class);
    assertThatThrownBy(() -> storage().update(newOwner(), event.id(), Optional.empty(), e -> e))
        .isInstanceOf(EventNotFoundException.class);
    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void failedUpdateLeavesEventUnchanged() {
    Event event = create(event(owner, TEN, ELEVEN));
    EtagMismatchException refusal = new EtagMismatchException(event.id());

    assertThatThrownBy(
            () ->
                storage()
                    .update(
                        owner,
                        event.id(),
                        Optional.empty(),
                        e -> {
                          throw refusal;
                        }))
        .isSameAs(refusal);

    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void deleteFreesTime() {
    Event event = create(event(owner, TEN, ELEVEN, QUARTER));

    storage().delete(owner, event.id(), Optional.of(event.etag()), Drafts.NOW);

    assertThatThrownBy(() -> get(event.id())).isInstanceOf(EventNotFoundException.class);
    assertThatThrownBy(() -> storage().delete(owner, event.id(), Optional.empty(), Drafts.NOW))
        .isInstanceOf(EventNotFoundException.class);
    create(event(owner, TEN, ELEVEN));
  }

  @Test
  void rejectsDeleteWithOldEtag() {
    Event event = create(event(owner, TEN, ELEVEN));

    assertThatThrownBy(() -> storage().delete(owner, event.id(), Optional.of("0"), Drafts.NOW))
        .isInstanceOf(EtagMismatchException.class);
    assertThat(get(event.id())).isEqualTo(event);
  }
}
