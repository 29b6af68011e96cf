package calendar.api.access;

import static calendar.access.Grantee.group;
import static calendar.access.Grantee.subject;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.access.Grantee;
import calendar.access.Identity;
import calendar.access.Role;
import calendar.api.call.CalendarMethod;
import calendar.error.UnauthenticatedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what. */
class GrantedAuthorizationTest extends OnGrants {
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
}
