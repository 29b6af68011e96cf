package calendar.event;

import static calendar.event.Drafts.changedTo;
import static calendar.event.Drafts.event;
import static calendar.event.Drafts.free;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.TimeConflictException;
import calendar.event.field.Availability;
import calendar.event.field.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What each {@link EventStorage} does with free events. */
public abstract class FreeEventsContract extends OnEventStorage {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void freeEventsOverlapAnything() {
    Event busy = create(event(owner, TEN, ELEVEN));
    Event first = create(free(owner, TEN, ELEVEN, QUARTER));
    Event second = create(free(owner, NINE, NOON, QUARTER));

    assertThat(get(first.id())).isEqualTo(first);
    assertThat(list(NINE, NOON)).containsExactlyInAnyOrder(busy, first, second);
  }

  @Test
  void conflictNamesBusyEvent() {
    create(free(owner, NINE, NOON));
    Event busy = create(event(owner, TEN, ELEVEN));
    create(free(owner, TEN, ELEVEN));

    assertThat(conflict(() -> create(event(owner, NINE, NOON)))).isEqualTo(busy.id());
  }

  @Test
  void freeEventBecomesBusyIfTimeIsFree() {
    Event free = create(free(owner, TEN, ELEVEN, QUARTER));
    create(free(owner, TEN, ELEVEN));

    Event busy = become(Availability.BUSY, free);

    assertThat(get(free.id())).isEqualTo(busy);
    assertThat(busy.reminders()).isEqualTo(free.reminders());
    assertThat(conflict(() -> create(event(owner, TEN, ELEVEN)))).isEqualTo(busy.id());
  }

  @Test
  void freeEventStaysFreeIfTimeIsTaken() {
    Event free = create(free(owner, TEN, ELEVEN, QUARTER));
    Event busy = create(event(owner, NINE, NOON));

    assertThat(conflict(() -> become(Availability.BUSY, free))).isEqualTo(busy.id());
    assertThat(get(free.id())).isEqualTo(free);
  }

  @Test
  void busyEventThatBecomesFreeFreesItsTime() {
    Event busy = create(event(owner, TEN, ELEVEN));

    Event free = become(Availability.FREE, busy);
    Event next = create(event(owner, TEN, ELEVEN));

    assertThat(list(TEN, ELEVEN)).containsExactlyInAnyOrder(free, next);
    assertThatThrownBy(() -> become(Availability.BUSY, free))
        .isInstanceOf(TimeConflictException.class);
  }

  @Test
  void movedFreeEventConflictsWithNothing() {
    create(event(owner, TEN, ELEVEN));
    Event free = create(free(owner, NINE, TEN));

    Event moved =
        storage()
            .update(
                owner,
                free.id(),
                Optional.empty(),
                stored -> changedTo(Availability.FREE, Drafts.moved(stored, TEN, NOON)));

    assertThat(list(TEN, ELEVEN)).contains(moved);
  }

  @Test
  void repeatedRequestReturnsFreeEvent() {
    UUID request = UUID.randomUUID();
    Event free = create(free(owner, TEN, ELEVEN), request).event();

    assertThat(create(free(owner, NINE, TEN), request)).isEqualTo(new CreatedEvent(free, true));
    assertThat(create(event(owner, NINE, TEN), request)).isEqualTo(new CreatedEvent(free, true));
  }

  @Test
  void listsManyEventsWithOneStart() {
    List<Event> events = new ArrayList<>();
    Duration[] five = new Duration[5];
    for (int i = 0; i < five.length; i++) {
      five[i] = QUARTER.multipliedBy(i);
    }
    for (int i = 0; i < 50; i++) {
      events.add(create(free(owner, TEN, TEN.plusSeconds(60 * (i + 1)), five)));
    }
    events.add(create(event(owner, TEN, ELEVEN, five)));

    assertThat(inPages(new Interval(TEN, ELEVEN), 7)).isEqualTo(ordered(events));
    assertThat(inPages(new Interval(TEN.plusSeconds(1), ELEVEN), 7)).isEqualTo(ordered(events));
    assertThat(inPages(new Interval(NINE, NOON), 7)).isEqualTo(ordered(events));
  }

  /** A page token of the version before has the start only. */
  @Test
  void continuesAfterAllEventsWithOneStart() {
    create(free(owner, TEN, ELEVEN));
    create(event(owner, TEN, ELEVEN));
    Event next = create(event(owner, ELEVEN, NOON));

    assertThat(list(new Interval(NINE, NOON), Optional.of(EventPosition.afterAllAt(TEN)), 10))
        .containsExactly(next);
  }

  /** Long events of both kinds, and hundreds of short free ones, against a search through all. */
  @Test
  void findsLongEventsAmongManyShortOnes() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    List<Event> events = new ArrayList<>();
    events.add(create(free(owner, start, start.plus(DAY.multipliedBy(300)))));
    events.add(create(event(owner, start.plus(DAY), start.plus(DAY.multipliedBy(301)))));
    Random random = new Random(22);
    for (int i = 0; i < 400; i++) {
      Instant at = start.plus(Duration.ofHours(random.nextInt(24 * 330)));
      Duration length = Duration.ofMinutes(15 * (1 + random.nextInt(8)));
      events.add(create(free(owner, at, at.plus(length))));
    }
    for (int i = 0; i < 20; i++) {
      Instant at = start.plus(DAY.multipliedBy(301 + i));
      events.add(create(event(owner, at, at.plus(DAY))));
    }
    for (int i = 0; i < 40; i++) {
      Instant at = start.plus(Duration.ofHours(random.nextInt(24 * 330)));
      Interval interval =
          new Interval(at, at.plus(Duration.ofHours(1 + random.nextInt(24 * (1 + i)))));
      List<Event> expected =
          ordered(events.stream().filter(event -> event.interval().overlaps(interval)).toList());

      assertThat(inPages(interval, 1 + random.nextInt(20))).as("%s", interval).isEqualTo(expected);
    }
  }

  private Event become(Availability availability, Event event) {
    return storage()
        .update(owner, event.id(), Optional.empty(), stored -> changedTo(availability, stored));
  }

  private static UUID conflict(Runnable call) {
    return catchThrowableOfType(TimeConflictException.class, call::run).conflictingEventId();
  }

  private static List<Event> ordered(List<Event> events) {
    return events.stream()
        .sorted((one, other) -> one.position().compareTo(other.position()))
        .toList();
  }

  private List<Event> inPages(Interval interval, int size) {
    List<Event> all = new ArrayList<>();
    List<Event> page = list(interval, Optional.empty(), size);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = list(interval, Optional.of(page.get(page.size() - 1).position()), size);
    }
    return all;
  }
}
