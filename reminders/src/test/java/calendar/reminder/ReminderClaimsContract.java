package calendar.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How claims and publishing work in every storage of reminders. */
public abstract class ReminderClaimsContract extends ReminderStorageTestBase {
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
  void countsDueAndUnpublishedReminders() {
    DueReminder published = book();
    storage().markPublished(claim().id(), ids(published), LATER);
    book();
    storage().claim(DUE, 1, NO_LEASE);
    book();
    bookings().book(START, Duration.ZERO);

    assertThat(storage().countDue(DUE)).isEqualTo(2);
  }
}
