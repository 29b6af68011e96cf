package calendar.api.access;

import static calendar.access.Grantee.group;
import static calendar.access.Grantee.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.call.CalendarMethod;
import calendar.api.call.Call;
import calendar.api.call.Caller;
import calendar.error.AccessDeniedException;
import calendar.error.CalendarException;
import calendar.error.StorageUnavailableException;
import calendar.error.UnauthenticatedException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions by grants, with a clock that the test moves. */
class GrantedAuthorizationTest {
  private static final Identity BOB = new Identity("bob", Set.of("board"), false);
  private static final Identity ADMIN = new Identity("root", Set.of(), true);

  private final WatchedStorage storage = new WatchedStorage();
  private final AtomicLong nanos = new AtomicLong();
  private final GrantedAuthorization authorization =
      new GrantedAuthorization(storage, Thread::new, nanos::get);

  @AfterEach
  void stop() {
    storage.mayAnswer.countDown();
    authorization.close();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void grant(String owner, Grantee grantee, Role role) {
    storage.grant(new Grant(owner, grantee, role, Instant.EPOCH), 100_000);
  }

  private static Call call(
      CompletableFuture<Optional<Identity>> identity, CalendarMethod method, String... owners) {
    return new Call(
        method, new Caller(new InetSocketAddress("10.0.0.1", 5555), identity), List.of(owners));
  }

  private CompletableFuture<Void> check(Identity caller, CalendarMethod method, String... owners) {
    return authorization.check(
        call(CompletableFuture.completedFuture(Optional.of(caller)), method, owners));
  }

  private static void permitted(CompletableFuture<Void> decision) {
    decision.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static <T extends CalendarException> T refused(
      Class<T> type, CompletableFuture<Void> decision) {
    List<Throwable> refusal = new ArrayList<>();
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> permitted(decision))
        .satisfies(failure -> refusal.add(failure.getCause()));
    assertThat(refusal.get(0)).isInstanceOf(type);
    return type.cast(refusal.get(0));
  }

  private void denied(String owner, CompletableFuture<Void> decision) {
    assertThat(refused(AccessDeniedException.class, decision).ownerId()).isEqualTo(owner);
  }

  @ParameterizedTest
  @EnumSource(CalendarMethod.class)
  void ownerAndAdminNeedNoLookup(CalendarMethod method) {
    assertThat(check(BOB, method, "bob")).isCompleted();
    assertThat(check(ADMIN, method, "ann", "bob")).isCompleted();
    assertThat(storage.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CalendarMethod.class)
  void strangersAreDenied(CalendarMethod method) {
    denied("ann", check(BOB, method, "ann"));
  }

  @ParameterizedTest
  @EnumSource(CalendarMethod.class)
  void grantsPermitWhatTheRoleIncludes(CalendarMethod method) {
    grant("ann", subject("bob"), Role.READER);
    grant("eve", group("board"), Role.WRITER);
    grant("sue", Grantee.EVERYONE, Role.FREE_BUSY_READER);

    for (String owner : List.of("ann", "eve", "sue")) {
      Role granted = storage.list(owner, Optional.empty(), 1).get(0).role();
      if (granted.includes(method.role())) {
        permitted(check(BOB, method, owner));
      } else {
        denied(owner, check(BOB, method, owner));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CalendarMethod.class,
      names = {"GRANT_ACCESS", "REVOKE_ACCESS", "LIST_ACCESS"})
  void grantsNeverPermitGranting(CalendarMethod method) {
    grant("ann", subject("bob"), Role.WRITER);

    denied("ann", check(BOB, method, "ann"));
    assertThat(storage.asked).isEmpty();
  }

  @Test
  void unknownCallerIsUnauthenticated() {
    refused(
        UnauthenticatedException.class,
        authorization.check(
            call(
                CompletableFuture.completedFuture(Optional.empty()),
                CalendarMethod.GET_EVENT,
                "ann")));
    UnauthenticatedException expired = new UnauthenticatedException("the token has expired");
    assertThat(
            refused(
                UnauthenticatedException.class,
                authorization.check(
                    call(
                        CompletableFuture.failedFuture(expired), CalendarMethod.GET_EVENT, "ann"))))
        .isSameAs(expired);
  }

  @Test
  void waitsForALateIdentity() {
    CompletableFuture<Optional<Identity>> late = new CompletableFuture<>();
    CompletableFuture<Void> own = authorization.check(call(late, CalendarMethod.GET_EVENT, "bob"));
    CompletableFuture<Void> foreign =
        authorization.check(call(late, CalendarMethod.GET_EVENT, "ann"));
    assertThat(own).isNotDone();

    late.complete(Optional.of(BOB));

    permitted(own);
    denied("ann", foreign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b"})
  void leavesImpossibleOwnersToValidation(String owner) {
    assertThat(check(BOB, CalendarMethod.GET_EVENT, owner)).isCompleted();
    assertThat(check(BOB, CalendarMethod.GRANT_ACCESS, "o".repeat(129))).isCompleted();
    denied("ann", check(BOB, CalendarMethod.GET_EVENT, owner, "ann"));
    assertThat(storage.asked).containsExactly("ann");
  }

  @Test
  void namesTheFirstRefusedOwner() {
    grant("ann", subject("bob"), Role.READER);
    grant("zoe", subject("bob"), Role.READER);

    denied("eve", check(BOB, CalendarMethod.LIST_EVENTS, "zoe", "bob", "eve", "ann", "adam"));
    permitted(check(BOB, CalendarMethod.LIST_EVENTS, "zoe", "bob", "ann", "zoe"));
  }

  @Test
  void stopsAtTheFirstRefusedOwners() {
    String[] strangers =
        IntStream.range(0, 100_000).mapToObj(i -> "stranger-" + i).toArray(String[]::new);

    denied("stranger-0", check(BOB, CalendarMethod.LIST_EVENTS, strangers));
    assertThat(storage.asked).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void permitsManyOwners() {
    String[] owners = IntStream.range(0, 300).mapToObj(i -> "owner-" + i).toArray(String[]::new);
    Stream.of(owners).forEach(owner -> grant(owner, Grantee.EVERYONE, Role.READER));

    permitted(check(BOB, CalendarMethod.LIST_EVENTS, owners));
    storage.revoke("owner-299", Grantee.EVERYONE);
    pass(Duration.ofSeconds(4));
    denied("owner-299", check(BOB, CalendarMethod.LIST_EVENTS, owners));
  }

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

    calls.forEach(GrantedAuthorizationTest::permitted);
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
