package calendar.event;

import static calendar.event.Drafts.event;
import static calendar.event.Drafts.moved;
import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.EventNotFoundException;
import calendar.error.TimeConflictException;
import calendar.event.field.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each {@link EventStorage} creates, keeps and lists events. */
public abstract class EventStorageContract extends OnEventStorage {
  @Test
  void keepsAllValuesOfEvent() {
    Event event = event(owner, TEN, ELEVEN, Duration.ofDays(1), QUARTER, Duration.ZERO);

    assertThat(create(event)).isEqualTo(event);
    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void keepsMicrosecondsInFirstAndLastYear() {
    Event first =
        event(
            owner,
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("0001-01-01T00:00:00.000001Z"));
    Event last =
        event(
            owner,
            Instant.parse("9999-12-31T23:59:59.999998Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"),
            Duration.ofDays(366));
    create(first);
    create(last);

    assertThat(get(first.id())).isEqualTo(first);
    assertThat(get(last.id())).isEqualTo(last);
  }

  @Test
  void keepsAnyText() {
    String everyPlane = "Grüße, Сергей 日本語 🎉 \"'\\%_$1 \u0001\t\n";
    String strangeOwner = everyPlane + UUID.randomUUID();
    EventDraft draft =
        new EventDraft(strangeOwner, "", everyPlane, everyPlane, TEN, ELEVEN, List.of(), "");
    Event event = create(Event.book(draft, UUID.randomUUID(), Drafts.NOW));

    assertThat(get(strangeOwner, event.id())).isEqualTo(event);
  }

  @Test
  void rejectsOverlapAndNamesConflict() {
    Event taken = create(event(owner, TEN, ELEVEN));
    Duration second = Duration.ofSeconds(1);
    List<Event> overlapping =
        List.of(
            event(owner, TEN, ELEVEN),
            event(owner, NINE, NOON),
            event(owner, TEN.plus(second), ELEVEN.minus(second)),
            event(owner, NINE, TEN.plusNanos(1000)),
            event(owner, ELEVEN.minusNanos(1000), NOON));

    for (Event wanted : overlapping) {
      TimeConflictException busy =
          catchThrowableOfType(TimeConflictException.class, () -> create(wanted));
      assertThat(busy.conflictingEventId()).isEqualTo(taken.id());
      assertThat(busy.conflictingStartTime()).isEqualTo(TEN);
      assertThat(busy.conflictingEndTime()).isEqualTo(ELEVEN);
    }
    assertThat(list(NINE, NOON)).containsExactly(taken);
  }

  @Test
  void namesEarliestOfSeveralConflicts() {
    create(event(owner, ELEVEN, NOON));
    Event earliest = create(event(owner, TEN, ELEVEN));

    TimeConflictException busy =
        catchThrowableOfType(
            TimeConflictException.class, () -> create(event(owner, NINE, NOON.plusSeconds(1))));

    assertThat(busy.conflictingEventId()).isEqualTo(earliest.id());
  }

  @Test
  void acceptsTouchingEventsAndOtherOwners() {
    create(event(owner, TEN, ELEVEN));

    create(event(owner, NINE, TEN));
    create(event(owner, ELEVEN, NOON));
    create(event(newOwner(), TEN, ELEVEN));

    assertThat(list(NINE, NOON)).hasSize(3);
  }

  @Test
  void repeatedRequestReturnsCurrentEvent() {
    UUID requestId = UUID.randomUUID();
    Event event = create(event(owner, TEN, ELEVEN, QUARTER), requestId).event();
    Event moved = storage().update(owner, event.id(), Optional.empty(), e -> moved(e, NINE, TEN));

    CreatedEvent repeatAtTheOldTime = create(event(owner, TEN, ELEVEN), requestId);
    CreatedEvent repeatAtTheNewTime = create(event(owner, NINE, TEN), requestId);

    assertThat(repeatAtTheOldTime).isEqualTo(new CreatedEvent(moved, true));
    assertThat(repeatAtTheNewTime).isEqualTo(new CreatedEvent(moved, true));
    assertThat(list(NINE, NOON)).containsExactly(moved);
  }

  @Test
  void deleteFreesRequestIdOfOwner() {
    UUID requestId = UUID.randomUUID();
    Event event = create(event(owner, TEN, ELEVEN), requestId).event();

    assertThat(create(event(newOwner(), TEN, ELEVEN), requestId).replayed()).isFalse();
    storage().delete(owner, event.id(), Optional.empty(), Drafts.NOW);
    assertThat(create(event(owner, TEN, ELEVEN), requestId).replayed()).isFalse();
  }

  @Test
  void rejectsOverlapDespiteOtherOwnersRequestId() {
    UUID requestId = UUID.randomUUID();
    create(event(newOwner(), NINE, TEN), requestId);
    Event taken = create(event(owner, TEN, ELEVEN));

    TimeConflictException busy =
        catchThrowableOfType(
            TimeConflictException.class, () -> create(event(owner, TEN, ELEVEN), requestId));

    assertThat(busy).as("not answered with the other owner's event").isNotNull();
    assertThat(busy.conflictingEventId()).isEqualTo(taken.id());
  }

  @Test
  void findsEventOnlyByOwnerAndId() {
    Event event = create(event(owner, TEN, ELEVEN));

    assertThatThrownBy(() -> get(UUID.randomUUID())).isInstanceOf(EventNotFoundException.class);
    assertThatThrownBy(() -> get(newOwner(), event.id()))
        .isInstanceOf(EventNotFoundException.class);
  }

  @Test
  void listsOverlappingEventsInOrder() {
    Event before = create(event(owner, NINE, TEN));
    Event inside = create(event(owner, TEN.plusSeconds(600), ELEVEN, QUARTER, Duration.ZERO));
    Event into = create(event(owner, TEN, TEN.plusSeconds(600)));
    Event after = create(event(owner, ELEVEN, NOON));
    create(event(newOwner(), TEN, ELEVEN));

    assertThat(list(TEN, ELEVEN)).containsExactly(into, inside);
    assertThat(list(TEN.plusSeconds(1), ELEVEN)).containsExactly(into, inside);
    assertThat(list(TEN.minusNanos(1000), ELEVEN.plusNanos(1000)))
        .containsExactly(before, into, inside, after);
    assertThat(list(NOON, NOON.plusSeconds(1))).isEmpty();
    assertThat(list(NINE.minusSeconds(1), NINE)).isEmpty();
  }

  @Test
  void listsEventThatStartsBeforeInterval() {
    create(event(owner, NINE.minus(Duration.ofDays(400)), NINE.minus(Duration.ofDays(399))));
    Event longEvent = create(event(owner, NINE.minus(Duration.ofDays(300)), NOON));

    assertThat(list(TEN, ELEVEN)).containsExactly(longEvent);
  }

  @Test
  void listsPageByPage() {
    Event first = create(event(owner, NINE, TEN, QUARTER, Duration.ZERO));
    Event second = create(event(owner, TEN, ELEVEN, QUARTER, Duration.ZERO));
    Event third = create(event(owner, ELEVEN, NOON));
    Interval all = new Interval(NINE.plusSeconds(1), NOON);

    assertThat(list(all, Optional.empty(), 2)).containsExactly(first, second);
    assertThat(list(all, Optional.of(first.position()), 1)).containsExactly(second);
    assertThat(list(all, Optional.of(second.position()), 2)).containsExactly(third);
    assertThat(list(all, Optional.of(third.position()), 2)).isEmpty();
  }

  @Test
  void listEndsWhenTextsExceedLimit() {
    String longest = "\ud83c\udf89".repeat(EventRules.DESCRIPTION_CHARACTERS);
    List<Event> booked = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Instant start = TEN.plusSeconds(i);
      booked.add(create(Drafts.described(owner, start, start.plusSeconds(1), longest)));
    }
    Interval all = new Interval(TEN, NOON);

    List<Event> first = list(all, Optional.empty(), 1_001);
    List<Event> before = first.subList(0, first.size() - 1);
    EventPosition end = first.get(first.size() - 1).position();

    assertThat(first).isEqualTo(booked.subList(0, first.size()));
    assertThat(EventTexts.bytes(first)).isGreaterThan(EventTexts.LARGEST_LIST_BYTES);
    assertThat(EventTexts.bytes(before)).isLessThanOrEqualTo(EventTexts.LARGEST_LIST_BYTES);
    assertThat(list(all, Optional.of(end), 1_001)).isEqualTo(booked.subList(first.size(), 150));
    assertThat(list(all, Optional.empty(), 102)).isEqualTo(booked.subList(0, 102));
  }

  @Test
  void answersPing() {
    storage().ping();
  }
}
