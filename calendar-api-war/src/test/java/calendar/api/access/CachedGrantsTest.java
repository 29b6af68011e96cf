package calendar.api.access;

import static calendar.access.Grantee.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.access.Role;
import calendar.api.call.CalendarMethod;
import calendar.error.AccessDeniedException;
import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often grants are read, and how old they may be. */
class CachedGrantsTest extends OnGrants {
  @Test
  void readsManyOwnersByOneStatement() {
    storage.answersWait = true;
    CompletableFuture<Void> first = check(BOB, CalendarMethod.GET_EVENT, "first");
    await().until(() -> storage.asked.contains("first"));
    List<CompletableFuture<Void>> others =
        IntStream.range(0, 50)
            .mapToObj(i -> check(BOB, CalendarMethod.GET_EVENT, "owner-" + i))
            .toList();

    storage.mayAnswer.countDown();

    denied("first", first);
    others.forEach(decision -> refused(AccessDeniedException.class, decision));
    assertThat(storage.statements).hasValue(2);
  }

  @Test
  void callsShareALookup() {
    grant("ann", subject("bob"), Role.READER);
    storage.answersWait = true;
    List<CompletableFuture<Void>> calls =
        IntStream.range(0, 10).mapToObj(i -> check(BOB, CalendarMethod.GET_EVENT, "ann")).toList();

    storage.mayAnswer.countDown();

    calls.forEach(OnGrants::permitted);
    permitted(check(BOB, CalendarMethod.LIST_EVENTS, "ann"));
    denied("ann", check(BOB, CalendarMethod.CREATE_EVENT, "ann"));
    assertThat(storage.asked).containsExactly("ann");
  }

  @Test
  void revokedGrantPermitsNothingAfterThreeSeconds() {
    grant("ann", subject("bob"), Role.READER);
    permitted(check(BOB, CalendarMethod.GET_EVENT, "ann"));
    storage.revoke("ann", subject("bob"));

    pass(GrantCache.LONGEST_USE.minusNanos(1));
    permitted(check(BOB, CalendarMethod.GET_EVENT, "ann"));
    pass(Duration.ofNanos(1));
    denied("ann", check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }

  /** Time counts from before the statement, not from its answer. */
  @Test
  void slowAnswerIsKeptForLess() {
    grant("ann", subject("bob"), Role.READER);
    storage.whileReading = () -> pass(Duration.ofSeconds(2));
    permitted(check(BOB, CalendarMethod.GET_EVENT, "ann"));
    storage.whileReading = () -> {};
    storage.revoke("ann", subject("bob"));

    pass(Duration.ofSeconds(1));

    denied("ann", check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }

  @Test
  void decidesNothingByOldGrants() {
    grant("ann", subject("bob"), Role.READER);
    storage.whileReading = () -> pass(Duration.ofSeconds(5).plusNanos(1));

    refused(StorageUnavailableException.class, check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }

  @Test
  void failsWhereGrantsCannotBeRead() {
    grant("ann", subject("bob"), Role.READER);
    StorageUnavailableException outage = new StorageUnavailableException("no answer");
    storage.whileReading =
        () -> {
          throw outage;
        };
    assertThat(
            refused(StorageUnavailableException.class, check(BOB, CalendarMethod.GET_EVENT, "ann")))
        .isSameAs(outage);
    permitted(check(BOB, CalendarMethod.GET_EVENT, "bob"));

    storage.whileReading = () -> {};

    permitted(check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }

  @Test
  void doesNotWaitLongForGrants() {
    storage.answersWait = true;

    refused(StorageUnavailableException.class, check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }

  @Test
  void keepsNoLateAnswer() {
    grant("ann", subject("bob"), Role.READER);
    storage.answersWait = true;
    refused(StorageUnavailableException.class, check(BOB, CalendarMethod.GET_EVENT, "ann"));
    storage.revoke("ann", subject("bob"));

    storage.mayAnswer.countDown();

    denied("ann", check(BOB, CalendarMethod.GET_EVENT, "ann"));
  }
}
