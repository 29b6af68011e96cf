package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Grant;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.Role;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

/** Calls about grants, on a server that asks nobody who they are. */
class AccessServiceTest extends OnGrpcServer {
  private static final Grantee BOB = Grantee.newBuilder().setSubject("bob").build();
  private static final Grantee BOARD = Grantee.newBuilder().setGroup("board").build();
  private static final Grantee EVERYONE = Grantee.newBuilder().setEveryone(true).build();

  private static GrantAccessRequest.Builder toBob() {
    return GrantAccessRequest.newBuilder()
        .setOwnerId("ann")
        .setGrantee(BOB)
        .setRole(Role.ROLE_READER);
  }

  private Grant grant(Grantee grantee, Role role) {
    return calendar.grantAccess(toBob().setGrantee(grantee).setRole(role).build()).getGrant();
  }

  private void revoke(Grantee grantee) {
    calendar.revokeAccess(
        RevokeAccessRequest.newBuilder().setOwnerId("ann").setGrantee(grantee).build());
  }

  private ListAccessResponse list(int size, String token) {
    return calendar.listAccess(
        ListAccessRequest.newBuilder()
            .setOwnerId("ann")
            .setPageSize(size)
            .setPageToken(token)
            .build());
  }

  private static void assertInvalid(String field, Runnable call) throws Exception {
    OnSeriesServer.assertInvalid(field, call);
  }

  @Test
  void returnsTheGrant() {
    Grant granted = grant(BOARD, Role.ROLE_FREE_BUSY_READER);

    assertThat(granted.getOwnerId()).isEqualTo("ann");
    assertThat(granted.getGrantee()).isEqualTo(BOARD);
    assertThat(granted.getRole()).isEqualTo(Role.ROLE_FREE_BUSY_READER);
    assertThat(granted.getCreateTime().getSeconds()).isPositive();
  }

  @Test
  void repeatChangesNothing() {
    Grant granted = grant(BOB, Role.ROLE_WRITER);

    assertThat(grant(BOB, Role.ROLE_WRITER)).isEqualTo(granted);
    assertThat(list(0, "").getGrantsList()).containsExactly(granted);
  }

  @Test
  void listsPagesInOrder() throws Exception {
    grant(BOB, Role.ROLE_WRITER);
    grant(BOARD, Role.ROLE_READER);
    grant(EVERYONE, Role.ROLE_FREE_BUSY_READER);

    ListAccessResponse first = list(2, "");
    ListAccessResponse last = list(1_000, first.getNextPageToken());

    assertThat(first.getGrantsList())
        .extracting(Grant::getGrantee)
        .containsExactly(EVERYONE, BOARD);
    assertThat(last.getGrantsList()).extracting(Grant::getGrantee).containsExactly(BOB);
    assertThat(last.getNextPageToken()).isEmpty();
    assertInvalid(
        "page_token",
        () ->
            calendar.listAccess(
                ListAccessRequest.newBuilder()
                    .setOwnerId("bob")
                    .setPageToken(first.getNextPageToken())
                    .build()));
    assertInvalid("page_size", () -> list(-1, ""));
  }

  @Test
  void revokesOnce() throws Exception {
    grant(BOB, Role.ROLE_WRITER);
    revoke(BOB);

    assertThat(list(0, "").getGrantsList()).isEmpty();
    OnSeriesServer.assertRefused(Status.Code.NOT_FOUND, "GRANT_NOT_FOUND", () -> revoke(BOB));
  }

  @Test
  void refusesTooManyGrants() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      grant(Grantee.newBuilder().setSubject("s" + i).build(), Role.ROLE_READER);
    }

    OnSeriesServer.assertRefused(
        Status.Code.FAILED_PRECONDITION,
        "TOO_MANY_GRANTS",
        () -> grant(EVERYONE, Role.ROLE_READER));
  }

  @Test
  void rejectsBadGrants() throws Exception {
    assertInvalid("owner_id", () -> calendar.grantAccess(toBob().clearOwnerId().build()));
    assertInvalid("grantee", () -> calendar.grantAccess(toBob().clearGrantee().build()));
    assertInvalid(
        "grantee.everyone",
        () -> grant(Grantee.newBuilder().setEveryone(false).build(), Role.ROLE_READER));
    assertInvalid(
        "grantee.subject",
        () -> grant(Grantee.newBuilder().setSubject("ann").build(), Role.ROLE_READER));
    assertInvalid(
        "grantee.group", () -> grant(Grantee.newBuilder().setGroup("").build(), Role.ROLE_READER));
    assertInvalid("role", () -> calendar.grantAccess(toBob().clearRole().build()));
    assertInvalid("role", () -> calendar.grantAccess(toBob().setRoleValue(9).build()));
    assertThat(list(0, "").getGrantsList()).isEmpty();
  }
}
