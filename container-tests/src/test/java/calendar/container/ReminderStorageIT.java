package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EventNotFoundException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.FoundComponent;
import calendar.reminder.Claim;
import calendar.reminder.DeliveryOutcome;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a reminder's row. */
@ExtendWith(ArquillianExtension.class)
class ReminderStorageIT extends OnReminderStorage {
  private static final Duration AT_ONCE = Duration.ofNanos(-1_000);

  @Deployment
  static WebArchive deployment() {
    return Deployments.api().addClass(OnReminderStorage.class);
  }

  @Test
  void claimsWhatIsDueWithAllThatItsMessageSays() {
    Event event = event(HOUR, Duration.ZERO);

    assertThat(reminders.claim(DUE.minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.countDue(DUE)).isEqualTo(1);
    assertThat(claim().reminders())
        .containsExactly(
            new DueReminder(
                event.reminders().get(0).id(), event.id(), owner, event.title(), START, HOUR, DUE));
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void tellsTheDatabasesTime() {
    Clock host = Clock.systemUTC(); // of the same computer
    Instant before = host.instant().truncatedTo(ChronoUnit.MICROS);

    assertThat(reminders.now()).isBetween(before, host.instant());
  }

  @Test
  void claimsAgainWhatAClaimHasLost() {
    event(HOUR);

    Claim lost = reminders.claim(DUE, 100, NO_LEASE);
    Claim again = claim();

    assertThat(again.reminders()).isEqualTo(lost.reminders());
    assertThat(again.id()).isNotEqualTo(lost.id());
    assertThat(again.repeats()).as("nobody has published it").isEmpty();
  }

  @Test
  void onlyTheLatestClaimMarksPublished() {
    Event event = event(HOUR);
    List<UUID> id = List.of(reminder(event).id());
    Claim lost = reminders.claim(DUE, 100, NO_LEASE);
    Claim latest = claim();

    reminders.markPublished(lost.id(), id, LATER);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.CLAIMED);
    reminders.markPublished(latest.id(), id, LATER);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.PUBLISHED);
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void marksNothingPublishedThatIsDeliveredAlready() {
    Event event = event(HOUR);
    Claim claim = claim();
    UUID id = reminder(event).id();

    assertThat(deliver(id, DUE)).isEqualTo(DeliveryOutcome.DELIVERED);
    reminders.markPublished(claim.id(), List.of(id), LATER);

    assertThat(reminder(event).state()).isEqualTo(ReminderState.DELIVERED);
    assertThat(reminder(event).deliverTime()).contains(DUE);
  }

  @Test
  void publishesAgainWhatIsNotDeliveredInTime() {
    Event event = event(HOUR);
    reminders.markPublished(claim().id(), List.of(reminder(event).id()), AT_ONCE);

    assertThat(claim().reminders()).hasSize(1);
  }

  @Test
  void whatIsReleasedIsDueAtOnce() {
    Event event = event(HOUR);
    Claim claim = claim();

    reminders.release(claim.id(), List.of(reminder(event).id()));

    assertThat(claim().reminders()).isEqualTo(claim.reminders());
  }

  @Test
  void settlesOnce() {
    Event event = event(HOUR);
    UUID id = reminder(event).id();
    List<UUID> delivered = new ArrayList<>();

    assertThat(reminders.deliver(List.of(id, id), DUE, delivered::addAll))
        .containsOnly(Map.entry(id, DeliveryOutcome.DELIVERED));
    assertThat(deliver(id, DUE)).isEqualTo(DeliveryOutcome.DUPLICATE);
    assertThat(deliver(UUID.randomUUID(), DUE)).isEqualTo(DeliveryOutcome.GONE);
    assertThat(delivered).containsExactly(id);
  }

  @Test
  void tellsWhatWasPublishedBefore() {
    List<UUID> ids = List.of(reminder(event(HOUR)).id());
    reminders.markPublished(claim().id(), ids, NO_LEASE);
    UUID fresh =
        reminder(
                create(
                    Drafts.event(
                        owner,
                        START.plus(HOUR),
                        START.plus(HOUR.multipliedBy(2)),
                        HOUR.multipliedBy(2))))
            .id();

    Claim claim = claim();

    assertThat(claim.reminders()).extracting(DueReminder::reminderId).contains(fresh);
    assertThat(claim.repeats()).isEqualTo(Set.copyOf(ids));
  }

  @Test
  void settlesNothingWhenTheDeliveryFails() {
    Event event = event(HOUR);
    IllegalStateException broken = new IllegalStateException("the printer is on fire");

    assertThatThrownBy(
            () ->
                reminders.deliver(
                    List.of(reminder(event).id()),
                    DUE,
                    ids -> {
                      throw broken;
                    }))
        .isSameAs(broken);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.SCHEDULED);
  }

  @Test
  void settlesEachOfABatchByItself() {
    Event over = create(Drafts.event(owner, START.minus(HOUR), START, HOUR));
    Event begun = event(HOUR);
    Event toCome =
        create(Drafts.event(owner, START.plus(HOUR), START.plus(HOUR.multipliedBy(2)), HOUR));
    Instant later = START.plus(HOUR.multipliedBy(2));
    Event delivered = create(Drafts.event(owner, later, later.plus(HOUR), HOUR));
    UUID gone = UUID.randomUUID();
    deliver(reminder(delivered).id(), DUE);
    Instant now = START.plus(Duration.ofMinutes(30));

    Map<UUID, DeliveryOutcome> outcomes =
        reminders.deliver(
            List.of(
                reminder(over).id(),
                reminder(begun).id(),
                gone,
                reminder(toCome).id(),
                reminder(delivered).id()),
            now,
            ids -> assertThat(ids).containsExactly(reminder(begun).id(), reminder(toCome).id()));

    assertThat(outcomes)
        .containsOnly(
            Map.entry(reminder(over).id(), DeliveryOutcome.MISSED),
            Map.entry(reminder(begun).id(), DeliveryOutcome.DELIVERED),
            Map.entry(gone, DeliveryOutcome.GONE),
            Map.entry(reminder(toCome).id(), DeliveryOutcome.DELIVERED),
            Map.entry(reminder(delivered).id(), DeliveryOutcome.DUPLICATE));
    assertThat(reminder(over).state()).isEqualTo(ReminderState.MISSED);
    assertThat(reminder(over).deliverTime()).isEmpty();
    assertThat(reminder(begun).deliverTime()).contains(now);
    assertThat(reminder(toCome).deliverTime()).contains(now);
    assertThat(reminder(delivered).deliverTime()).as("as it was").contains(DUE);
  }

  @Test
  void missesWhatIsOver() {
    Event event = event(HOUR);
    Instant over = START.plus(HOUR);

    Claim claim = reminders.claim(over, 100, LEASE);
    assertThat(claim.reminders()).isEmpty();
    assertThat(claim.missed()).isEqualTo(1);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.MISSED);

    Event other = create(Drafts.event(owner, over, over.plus(HOUR), HOUR));
    assertThat(deliver(reminder(other).id(), over.plus(HOUR))).isEqualTo(DeliveryOutcome.MISSED);
    assertThat(reminder(other).state()).isEqualTo(ReminderState.MISSED);
  }

  @Test
  void failsAfterTooManyAttemptsAndWaitsLongerEachTime() {
    Event event = event(HOUR);
    UUID id = reminder(event).id();

    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(reminders.claim(DUE.plus(LATER).minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.claim(DUE.plus(LATER), 100, LEASE).repeats()).containsExactly(id);
    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(reminders.claim(DUE.plus(LATER), 100, LEASE).isEmpty()).isTrue();
    assertThat(reminders.markAttemptFailed(id, "no paper", DUE, LATER, 3)).isTrue();
    assertThat(reminder(event).state()).isEqualTo(ReminderState.FAILED);
    assertThat(deliver(id, DUE)).isEqualTo(DeliveryOutcome.FAILED);
    assertThat(reminder(event).state()).isEqualTo(ReminderState.FAILED);
  }

  @Test
  void purgeRemembersNothingOfImportedEvents() {
    create(Drafts.imported(Drafts.event(owner, START, START.plus(HOUR), HOUR), "uid", "", 0));

    assertThat(reminders.purge(START.plus(HOUR).plusMillis(1), 100)).isEqualTo(1);

    assertThat(found("uid")).isEmpty();
  }

  @Test
  void forgetsWhatWasDeletedBeforeRetention() {
    for (int i = 0; i < 3; i++) {
      Instant start = START.plus(HOUR.multipliedBy(i));
      Event event = Drafts.event(owner, start, start.plus(HOUR));
      create(Drafts.imported(event, "uid-" + i, "", 0));
      events.delete(owner, event.id(), Optional.empty(), START.plusSeconds(i));
    }

    assertThat(reminders.purgeDeleted(START, 100)).isZero();
    assertThat(reminders.purgeDeleted(START.plusSeconds(2), 1)).isEqualTo(1);
    assertThat(found("uid-0")).isEmpty();
    assertThat(reminders.purgeDeleted(START.plusSeconds(2), 100)).isEqualTo(1);
    assertThat(found("uid-1")).isEmpty();
    assertThat(found("uid-2")).hasSize(1);
  }

  private List<FoundComponent> found(String uid) {
    return events.find(owner, List.of(uid), Optional.empty(), 10);
  }

  @Test
  void purgesEventsThatEndedBeforeRetention() {
    Event old = event(HOUR);
    Instant later = START.plus(HOUR.multipliedBy(2));
    Event young = create(Drafts.event(owner, later, later.plus(HOUR)));

    assertThat(reminders.purge(START.plus(HOUR), 100)).isZero();
    assertThat(reminders.purge(START.plus(HOUR).plusMillis(1), 100)).isEqualTo(1);
    assertThat(events.get(owner, young.id()).join()).isEqualTo(young);
    assertThatThrownBy(() -> events.get(owner, old.id()).join())
        .hasCauseInstanceOf(EventNotFoundException.class);
  }
}
