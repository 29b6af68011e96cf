package calendar.event;

import static calendar.event.Drafts.event;
import static calendar.event.Drafts.moved;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.TimeConflictException;
import calendar.event.field.Availability;
import calendar.event.field.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How each {@link EventStorage} handles conflicting calls of many threads. */
public abstract class EventStorageRaces extends RacingEvents {
  @Test
  void onlyOneCreateGetsSameTime() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Instant start = hour(round);
      Race.Outcome<Event> outcome =
          race.round(runner -> create(event(owner, start, start.plus(HOUR))));

      assertOnlyOneSucceeded(outcome, outcome.answers().get(0));
      assertThat(all()).hasSize(round + 1);
    }
  }

  @Test
  void onlyOneCreateGetsOverlappingTime() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Instant middle = hour(4 * round);
      Race.Outcome<Event> outcome =
          race.round(
              runner -> {
                Instant start = middle.minusSeconds(60L * (runner + 1));
                Instant end = middle.plusSeconds(60L * (THREADS - runner));
                return create(event(owner, start, end, HOUR));
              });

      assertOnlyOneSucceeded(outcome, outcome.answers().get(0));
      assertThat(all()).hasSize(round + 1);
    }
  }

  @Test
  void onlyOneUpdateGetsSameTime() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int runner = 0; runner < THREADS; runner++) {
      Instant start = START.minus(HOUR.multipliedBy(runner + 1));
      ids.add(create(event(owner, start, start.plus(HOUR), HOUR)).id());
    }
    for (int round = 0; round < ROUNDS; round++) {
      Instant start = hour(2 * round);
      Race.Outcome<Event> outcome =
          race.round(
              runner -> update(ids.get(runner), event -> moved(event, start, start.plus(HOUR))));

      assertOnlyOneSucceeded(outcome, outcome.answers().get(0));
      assertThat(list(new Interval(start, start.plus(HOUR)), 9))
          .containsExactly(outcome.answers().get(0));
      assertThat(all()).hasSize(THREADS);
    }
  }

  @Test
  void onlyOneCreateOrUpdateGetsTime() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int runner = 0; runner < THREADS; runner++) {
      Instant start = START.minus(HOUR.multipliedBy(runner + 1));
      ids.add(create(event(owner, start, start.plus(HOUR))).id());
    }
    for (int round = 0; round < ROUNDS / 4; round++) {
      Instant start = hour(2 * round);
      Race.Outcome<Event> outcome =
          race.round(
              runner ->
                  runner % 2 == 0
                      ? create(event(owner, start, start.plus(HOUR)))
                      : update(ids.get(runner), event -> moved(event, start, start.plus(HOUR))));

      assertOnlyOneSucceeded(outcome, outcome.answers().get(0));
    }
  }

  @Test
  void onlyOneCreateOrFreeEventGetsTime() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Instant start = hour(round);
      List<UUID> ids = createFree(start, THREADS / 2);
      Race.Outcome<Event> outcome =
          race.round(
              runner ->
                  runner % 2 == 0
                      ? update(
                          ids.get(runner / 2), event -> Drafts.changedTo(Availability.BUSY, event))
                      : create(event(owner, start, start.plus(HOUR))));

      assertOnlyOneSucceeded(outcome, outcome.answers().get(0));
      List<Event> found = list(new Interval(start, start.plus(HOUR)), 100);
      assertThat(found).hasSizeGreaterThanOrEqualTo(THREADS / 2);
      assertThat(found).filteredOn(Event::isBusy).isEqualTo(outcome.answers());
    }
  }

  @Test
  void onlyOneUpdateWithSameEtagSucceeds() throws Exception {
    Event event = create(event(owner, hour(0), hour(1)));
    for (int round = 0; round < ROUNDS; round++) {
      Event present = event;
      Race.Outcome<Event> outcome =
          race.round(
              runner ->
                  storage()
                      .update(
                          owner,
                          present.id(),
                          Optional.of(present.etag()),
                          e -> moved(e, hour(runner), hour(runner + 1))));

      assertThat(outcome.answers()).hasSize(1);
      assertThat(outcome.refusals())
          .hasSize(THREADS - 1)
          .allSatisfy(refusal -> assertThat(refusal).isInstanceOf(EtagMismatchException.class));
      event = outcome.answers().get(0);
      assertThat(storage().get(owner, event.id()).join()).isEqualTo(event);
    }
  }

  @Test
  void repeatedRequestsCreateOneEvent() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<UUID> requestId = Optional.of(UUID.randomUUID());
      Instant start = hour(round);
      Race.Outcome<CreatedEvent> outcome =
          race.round(runner -> create(event(owner, start, start.plus(HOUR), HOUR), requestId));

      assertThat(outcome.refusals()).isEmpty();
      assertThat(outcome.answers()).filteredOn(created -> !created.replayed()).hasSize(1);
      assertThat(outcome.answers().stream().map(CreatedEvent::event).distinct()).hasSize(1);
      assertThat(all()).hasSize(round + 1);
    }
  }

  @Test
  void allUpdatesWithoutEtagSucceed() throws Exception {
    Event event = create(event(owner, hour(0), hour(1)));
    Race.Outcome<Event> outcome =
        race.round(runner -> update(event.id(), e -> moved(e, hour(runner), hour(runner + 1))));

    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.answers().stream().map(Event::etag).distinct()).hasSize(THREADS);
    assertThat(storage().get(owner, event.id()).join().version())
        .isEqualTo(event.version() + THREADS);
  }

  @Test
  void onlyOneDeleteOrUpdateSucceeds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Event present = create(event(owner, hour(0), hour(1), HOUR));
      Optional<String> etag = Optional.of(present.etag());
      Race.Outcome<Optional<Event>> outcome =
          race.round(
              runner -> {
                if (runner % 2 == 0) {
                  storage().delete(owner, present.id(), etag, Drafts.NOW);
                  return Optional.empty();
                }
                return Optional.of(
                    storage().update(owner, present.id(), etag, e -> moved(e, hour(1), hour(2))));
              });

      assertThat(outcome.answers()).hasSize(1);
      assertThat(outcome.refusals())
          .hasSize(THREADS - 1)
          .allSatisfy(
              refusal ->
                  assertThat(refusal)
                      .isInstanceOfAny(EtagMismatchException.class, EventNotFoundException.class));
      assertThat(all()).isEqualTo(outcome.answers().get(0).stream().toList());
      all().forEach(this::delete);
    }
  }

  @Test
  void atMostOneCreateGetsDeletedTime() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Instant start = hour(round);
      Instant end = start.plus(HOUR);
      Event deleted = create(event(owner, start, end, HOUR));
      Race.Outcome<Optional<Event>> outcome =
          race.round(
              runner -> {
                if (runner == THREADS / 2) {
                  delete(deleted);
                  return Optional.empty();
                }
                return Optional.of(create(event(owner, start, end, HOUR)));
              });

      List<Event> booked = outcome.answers().stream().flatMap(Optional::stream).toList();
      assertThat(booked).hasSizeLessThanOrEqualTo(1);
      assertThat(outcome.answers())
          .as("the delete and the create that succeeded")
          .hasSize(1 + booked.size());
      List<UUID> inTheWay =
          Stream.concat(Stream.of(deleted), booked.stream()).map(Event::id).toList();
      assertThat(outcome.refusals())
          .allSatisfy(
              refusal -> {
                assertThat(refusal).isInstanceOf(TimeConflictException.class);
                assertThat(((TimeConflictException) refusal).conflictingEventId()).isIn(inTheWay);
              });
      assertThat(list(new Interval(start, end), 9)).isEqualTo(booked);
    }
  }

  private static void assertOnlyOneSucceeded(Race.Outcome<?> outcome, Event winner) {
    assertThat(outcome.answers()).hasSize(1);
    assertThat(outcome.refusals())
        .hasSize(THREADS - 1)
        .allSatisfy(
            refusal -> {
              assertThat(refusal).isInstanceOf(TimeConflictException.class);
              assertThat(((TimeConflictException) refusal).conflictingEventId())
                  .isEqualTo(winner.id());
            });
  }
}
