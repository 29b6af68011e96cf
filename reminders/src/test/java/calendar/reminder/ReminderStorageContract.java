package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The behaviour that every storage of reminders must have. */
public abstract class ReminderStorageContract {
  static final Instant START = Instant.parse("2040-12-01T10:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Instant DUE = START.minus(HOUR);
  static final Duration LEASE = Duration.ofMinutes(10);
  static final Duration NO_LEASE = Duration.ofNanos(-1_000);
  static final Duration LATER = Duration.ofMinutes(5);
  static final Duration AT_ONCE = Duration.ofNanos(-1_000);

  /** Returns the storage, whose database has the clock of this host. */
  protected abstract ReminderStorage storage();

  protected abstract Bookings bookings();

  @BeforeEach
  void removeAll() {
    bookings().removeAll();
  }

  DueReminder book() {
    return bookings().book(START, HOUR);
  }

  Claim claim() {
    return storage().claim(DUE, 1_000, LEASE);
  }

  DeliveryOutcome deliver(DueReminder reminder, Instant now) {
    UUID id = reminder.reminderId();
    return storage().deliver(List.of(id), now, delivered -> {}).get(id);
  }

  ReminderState state(DueReminder reminder) {
    return bookings().states().get(reminder.reminderId());
  }

  static List<UUID> ids(DueReminder... reminders) {
    return ids(List.of(reminders));
  }

  static List<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).toList();
  }

  @Test
  void claimsDueReminderWithItsContent() {
    DueReminder due = book();
    bookings().book(START, Duration.ZERO);

    assertThat(storage().claim(DUE.minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(claim().reminders()).containsExactly(due);
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void claimsEarliestRemindersUpToLimit() {
    DueReminder second = bookings().book(START, HOUR.multipliedBy(2));
    DueReminder first = bookings().book(START, HOUR.multipliedBy(3));
    DueReminder third = book();

    assertThat(storage().claim(DUE, 2, LEASE).reminders()).containsExactly(first, second);
    assertThat(storage().claim(DUE, 2, LEASE).reminders()).containsExactly(third);
  }

  @Test
  void returnsDatabaseTime() {
    Clock host = Clock.systemUTC();
    Instant before = host.instant().truncatedTo(ChronoUnit.MICROS);

    assertThat(storage().now()).isBetween(before, host.instant());
  }

  @Test
  void claimsAgainAfterLeaseRunsOut() {
    book();

    Claim lost = storage().claim(DUE, 100, NO_LEASE);
    Claim again = claim();

    assertThat(again.reminders()).isEqualTo(lost.reminders());
    assertThat(again.id()).isNotEqualTo(lost.id());
    assertThat(again.repeats()).as("never published").isEmpty();
  }

  @Test
  void onlyLatestClaimMarksPublished() {
    DueReminder due = book();
    Claim lost = storage().claim(DUE, 100, NO_LEASE);
    Claim latest = claim();

    storage().markPublished(lost.id(), ids(due), LATER);
    assertThat(state(due)).isEqualTo(ReminderState.CLAIMED);
    storage().markPublished(latest.id(), ids(due), LATER);
    assertThat(state(due)).isEqualTo(ReminderState.PUBLISHED);
    assertThat(claim().isEmpty()).isTrue();
  }

  @Test
  void onlyLatestClaimReleases() {
    DueReminder due = book();
    Claim lost = storage().claim(DUE, 100, NO_LEASE);
    Claim latest = claim();

    storage().release(lost.id(), ids(due));
    assertThat(state(due)).isEqualTo(ReminderState.CLAIMED);
    storage().release(latest.id(), ids(due));
    assertThat(claim().reminders()).as("due at once").containsExactly(due);
  }

  @Test
  void doesNotMarkDeliveredReminder() {
    DueReminder due = book();
    Claim claim = claim();

    assertThat(deliver(due, DUE)).isEqualTo(DeliveryOutcome.DELIVERED);
    storage().markPublished(claim.id(), ids(due), LATER);
    storage().release(claim.id(), ids(due));

    assertThat(state(due)).isEqualTo(ReminderState.DELIVERED);
    assertThat(bookings().deliverTime(due.reminderId())).contains(DUE);
  }

  @Test
  void claimsUndeliveredReminderAgain() {
    DueReminder due = book();
    storage().markPublished(claim().id(), ids(due), AT_ONCE);

    Claim again = claim();

    assertThat(again.reminders()).containsExactly(due);
    assertThat(again.repeats()).isEqualTo(Set.copyOf(ids(due)));
  }

  @Test
  void doublesTimeUntilItPublishesAgain() {
    DueReminder due = book();
    for (int doubling : new int[] {1, 2, 4}) {
      Instant before = storage().now();
      storage().markPublished(claim().id(), ids(due), LATER);

      assertThat(bookings().dueTime(due.reminderId()))
          .isBetween(
              before.plus(LATER.multipliedBy(doubling)),
              storage().now().plus(LATER.multipliedBy(doubling)));
      bookings().publishAgain();
    }
  }

  @Test
  void reportsOnlyRepeats() {
    DueReminder published = book();
    storage().markPublished(claim().id(), ids(published), AT_ONCE);
    DueReminder fresh = book();

    Claim claim = claim();

    assertThat(claim.reminders()).containsExactlyInAnyOrder(published, fresh);
    assertThat(claim.repeats()).isEqualTo(Set.copyOf(ids(published)));
  }

  @Test
  void deliversOnce() {
    DueReminder due = book();
    UUID id = due.reminderId();
    List<UUID> delivered = new ArrayList<>();

    assertThat(storage().deliver(List.of(id, id), DUE, delivered::addAll))
        .containsOnly(Map.entry(id, DeliveryOutcome.DELIVERED));
    assertThat(deliver(due, DUE)).isEqualTo(DeliveryOutcome.DUPLICATE);
    assertThat(delivered).containsExactly(id);
  }

  @Test
  void deletedReminderIsGone() {
    DueReminder due = book();
    bookings().delete(due);

    assertThat(deliver(due, DUE)).isEqualTo(DeliveryOutcome.GONE);
  }

  @Test
  void failedDeliveryChangesNothing() {
    DueReminder due = book();
    DueReminder over = bookings().book(START.minus(HOUR.multipliedBy(2)), HOUR);
    IllegalStateException broken = new IllegalStateException("no paper");

    assertThatThrownBy(
            () ->
                storage()
                    .deliver(
                        ids(due, over),
                        DUE,
                        ids -> {
                          throw broken;
                        }))
        .isSameAs(broken);
    assertThat(state(due)).isEqualTo(ReminderState.SCHEDULED);
    assertThat(state(over)).isEqualTo(ReminderState.SCHEDULED);
    assertThat(claim().reminders()).containsExactly(due);
  }

  @Test
  void decidesEachReminderOfBatch() {
    DueReminder over = bookings().book(START.minus(HOUR), HOUR);
    DueReminder running = book();
    DueReminder future = bookings().book(START.plus(HOUR), HOUR);
    DueReminder delivered = bookings().book(START.plus(HOUR), HOUR);
    DueReminder gone = Bookings.reminder(START, HOUR);
    deliver(delivered, DUE);
    Instant now = START.plus(Duration.ofMinutes(30));
    List<UUID> toDeliver = new ArrayList<>();

    Map<UUID, DeliveryOutcome> outcomes =
        storage().deliver(ids(over, running, gone, future, delivered), now, toDeliver::addAll);

    assertThat(toDeliver).isEqualTo(ids(running, future));
    assertThat(outcomes)
        .containsOnly(
            Map.entry(over.reminderId(), DeliveryOutcome.MISSED),
            Map.entry(running.reminderId(), DeliveryOutcome.DELIVERED),
            Map.entry(gone.reminderId(), DeliveryOutcome.GONE),
            Map.entry(future.reminderId(), DeliveryOutcome.DELIVERED),
            Map.entry(delivered.reminderId(), DeliveryOutcome.DUPLICATE));
    assertThat(state(over)).isEqualTo(ReminderState.MISSED);
    assertThat(bookings().deliverTime(over.reminderId())).isEmpty();
    assertThat(bookings().deliverTime(running.reminderId())).contains(now);
    assertThat(bookings().deliverTime(future.reminderId())).contains(now);
    assertThat(bookings().deliverTime(delivered.reminderId())).as("unchanged").contains(DUE);
  }

  @Test
  void missesRemindersOfEndedEvents() {
    DueReminder claimed = book();
    Instant over = START.plus(HOUR);

    Claim claim = storage().claim(over, 100, LEASE);

    assertThat(claim.reminders()).isEmpty();
    assertThat(claim.missed()).isEqualTo(1);
    assertThat(state(claimed)).isEqualTo(ReminderState.MISSED);
    assertThat(deliver(claimed, DUE)).isEqualTo(DeliveryOutcome.DUPLICATE);
    DueReminder taken = book();
    assertThat(deliver(taken, over)).isEqualTo(DeliveryOutcome.MISSED);
    assertThat(state(taken)).isEqualTo(ReminderState.MISSED);
  }

  @Test
  void failsAfterLastAttempt() {
    DueReminder due = book();
    UUID id = due.reminderId();

    assertThat(storage().markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(storage().claim(DUE.plus(LATER).minusMillis(1), 100, LEASE).isEmpty()).isTrue();
    assertThat(storage().claim(DUE.plus(LATER), 100, LEASE).repeats()).containsExactly(id);
    assertThat(storage().markAttemptFailed(id, "no paper", DUE, LATER, 3)).isFalse();
    assertThat(bookings().dueTime(id)).as("doubled").isEqualTo(DUE.plus(LATER.multipliedBy(2)));
    assertThat(storage().markAttemptFailed(id, "no paper", DUE, LATER, 3)).isTrue();
    assertThat(state(due)).isEqualTo(ReminderState.FAILED);
    assertThat(deliver(due, DUE)).isEqualTo(DeliveryOutcome.FAILED);
    assertThat(state(due)).isEqualTo(ReminderState.FAILED);
    assertThat(storage().claim(START, 100, LEASE).isEmpty()).isTrue();
  }

  @Test
  void failedAttemptKeepsFinalStates() {
    DueReminder due = book();
    deliver(due, DUE);

    assertThat(storage().markAttemptFailed(due.reminderId(), "late", DUE, LATER, 1)).isFalse();
    assertThat(storage().markAttemptFailed(UUID.randomUUID(), "none", DUE, LATER, 1)).isFalse();

    assertThat(state(due)).isEqualTo(ReminderState.DELIVERED);
  }

  @Test
  void countsDueAndUnpublishedReminders() {
    DueReminder published = book();
    storage().markPublished(claim().id(), ids(published), LATER);
    book();
    storage().claim(DUE, 1, NO_LEASE);
    book();
    bookings().book(START, Duration.ZERO);

    assertThat(storage().countDue(DUE)).isEqualTo(2);
  }

  @Test
  void purgesEventsThatEndedBeforeRetention() {
    DueReminder old = book();
    bookings().bookEndingAt(START, 2);
    Instant end = START.plus(HOUR);

    assertThat(storage().purge(START, 100)).isZero();
    assertThat(storage().purge(end.plusMillis(1), 2)).isEqualTo(2);
    assertThat(state(old)).as("the event that ended last").isEqualTo(ReminderState.SCHEDULED);
    assertThat(storage().purge(end, 100)).isZero();
    assertThat(storage().purge(end.plusMillis(1), 100)).isEqualTo(1);
    assertThat(bookings().countEvents()).isZero();
    assertThat(bookings().states()).isEmpty();
  }

  @Test
  void forgetsDeletionsBeforeRetention() {
    for (int i = 0; i < 3; i++) {
      bookings().rememberDeleted(START.plusSeconds(i));
    }

    assertThat(storage().purgeDeleted(START, 100)).isZero();
    assertThat(storage().purgeDeleted(START.plusSeconds(2), 1)).isEqualTo(1);
    assertThat(storage().purgeDeleted(START.plusSeconds(2), 100)).isEqualTo(1);
    assertThat(bookings().countDeleted()).isEqualTo(1);
  }

  @Test
  void undeliveredReminderHasNoDeliveryTime() {
    assertThat(bookings().deliverTime(book().reminderId())).isEqualTo(Optional.empty());
  }
}
