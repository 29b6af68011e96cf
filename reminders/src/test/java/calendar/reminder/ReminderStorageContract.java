package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How claims, deliveries and purges work in every storage of reminders. */
public abstract class ReminderStorageContract extends ReminderClaimsContract {
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
