package calendar.event;

import static calendar.event.Drafts.NOW;
import static calendar.event.Drafts.event;
import static calendar.event.Drafts.imported;
import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.CalendarException;
import calendar.error.IcalUidExistsException;
import calendar.event.field.ComponentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each {@link EventStorage} handles imports of one component by many threads. */
public abstract class ImportRaces extends Racing {
  private static final int THREADS = 30;
  private static final int ROUNDS = 50;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

  private final String owner = newOwner();
  private int hours;

  protected ImportRaces() {
    super(THREADS);
  }

  /** The storage under test. */
  protected abstract EventStorage storage();

  /** An event at a time that no other event of the test has. */
  private synchronized Event newEvent() {
    Instant start = START.plus(HOUR.multipliedBy(hours++));
    return event(owner, start, start.plus(HOUR), HOUR);
  }

  private CreatedEvent create(Event event, Optional<UUID> requestId) {
    return storage().create(event, requestId).join();
  }

  private List<FoundComponent> find(String uid) {
    return storage().find(owner, List.of(uid), Optional.empty(), 100);
  }

  @Test
  void onlyOneImportOfComponentSucceeds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String uid = "uid-" + round;
      Race.Outcome<CreatedEvent> outcome =
          race.round(runner -> create(imported(newEvent(), uid, "", 0), Optional.empty()));

      assertOnlyOneSucceeded(outcome.answers().stream().map(CreatedEvent::event).toList(), outcome);
      assertThat(find(uid)).containsExactly(found(outcome.answers().get(0).event()));
    }
  }

  /** Half of the runners use one request id, the others none. */
  @Test
  void repeatedImportsReplayAndOthersFail() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String uid = "uid-" + round;
      UUID requestId = UUID.randomUUID();
      Race.Outcome<CreatedEvent> outcome =
          race.round(
              runner ->
                  create(
                      imported(newEvent(), uid, "", 0),
                      runner % 2 == 0 ? Optional.of(requestId) : Optional.empty()));

      List<CreatedEvent> created =
          outcome.answers().stream().filter(answer -> !answer.replayed()).toList();
      assertThat(created).hasSize(1);
      assertThat(outcome.answers())
          .extracting(CreatedEvent::event)
          .containsOnly(created.get(0).event());
      assertThat(outcome.answers().size()).isIn(1, THREADS / 2);
      assertRejected(created.get(0).event(), outcome.refusals());
    }
  }

  @Test
  void onlyOneUpdateGetsComponent() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int runner = 0; runner < THREADS; runner++) {
      ids.add(create(newEvent(), Optional.empty()).event().id());
    }
    for (int round = 0; round < ROUNDS; round++) {
      String uid = "uid-" + round;
      Race.Outcome<Event> outcome =
          race.round(
              runner ->
                  runner % 2 == 0
                      ? create(imported(newEvent(), uid, "", 0), Optional.empty()).event()
                      : update(ids.get(runner), uid));

      assertOnlyOneSucceeded(outcome.answers(), outcome);
      assertThat(find(uid)).containsExactly(found(outcome.answers().get(0)));
    }
  }

  private Event update(UUID id, String uid) {
    return storage()
        .update(
            owner,
            id,
            Optional.empty(),
            event -> imported(Drafts.moved(event, event.startTime(), event.endTime()), uid, "", 0));
  }

  /**
   * One runner deletes the event. The searches of the others find it or its component, not both.
   */
  @Test
  void searchFindsEventOrDeletedComponent() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String uid = "uid-" + round;
      Event event = create(imported(newEvent(), uid, "", 5), Optional.empty()).event();
      Race.Outcome<List<FoundComponent>> outcome =
          race.round(
              runner -> {
                if (runner == THREADS / 2) {
                  storage().delete(owner, event.id(), Optional.empty(), NOW);
                }
                return find(uid);
              });

      FoundComponent deleted = new DeletedComponent(new ComponentId(uid, ""), 5, NOW);
      assertThat(outcome.refusals()).isEmpty();
      assertThat(outcome.answers())
          .allSatisfy(found -> assertThat(found).hasSize(1).isSubsetOf(found(event), deleted));
      assertThat(find(uid)).containsExactly(deleted);
    }
  }

  private static FoundComponent found(Event event) {
    return new FoundComponent.Imported(event);
  }

  private static void assertOnlyOneSucceeded(List<Event> winners, Race.Outcome<?> outcome) {
    assertThat(winners).hasSize(1);
    assertThat(outcome.refusals()).hasSize(THREADS - 1);
    assertRejected(winners.get(0), outcome.refusals());
  }

  private static void assertRejected(Event existing, List<CalendarException> refusals) {
    assertThat(refusals)
        .allSatisfy(
            refusal -> {
              assertThat(refusal).isInstanceOf(IcalUidExistsException.class);
              assertThat(((IcalUidExistsException) refusal).existingId()).isEqualTo(existing.id());
            });
  }
}
