package calendar.client;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.client.error.AccessDeniedException;
import calendar.client.error.CalendarCallException;
import calendar.client.error.GrantNotFoundException;
import calendar.client.error.RateLimitedException;
import calendar.client.error.RetryableException;
import calendar.client.error.TooManyGrantsException;
import calendar.client.error.UnauthenticatedException;
import calendar.v1.Grant;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessCallsTest extends OnScriptedCalendar {
  private static final GrantAccessRequest GRANT =
      GrantAccessRequest.newBuilder().setOwnerId("ann").build();
  private static final RevokeAccessRequest REVOKE =
      RevokeAccessRequest.newBuilder().setOwnerId("ann").build();
  private static final ListAccessRequest LIST =
      ListAccessRequest.newBuilder().setOwnerId("ann").build();

  /** Grants of three pages: their owners are the numbers of the pages. */
  @Override
  Message answer(Message request) {
    if (request instanceof GrantAccessRequest grant) {
      return GrantAccessResponse.newBuilder()
          .setGrant(Grant.newBuilder().setOwnerId(grant.getOwnerId()))
          .build();
    }
    if (request instanceof RevokeAccessRequest) {
      return RevokeAccessResponse.getDefaultInstance();
    }
    ListAccessRequest list = (ListAccessRequest) request;
    int page = list.getPageToken().isEmpty() ? 1 : Integer.parseInt(list.getPageToken());
    return ListAccessResponse.newBuilder()
        .addGrants(Grant.newBuilder().setOwnerId(Integer.toString(page)))
        .setNextPageToken(page == 3 ? "" : Integer.toString(page + 1))
        .build();
  }

  private <T extends CalendarCallException> T failure(Class<T> type) {
    T failure = catchThrowableOfType(type, () -> client.grantAccess(GRANT));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void sendsCallsAndReturnsAnswers() {
    assertThat(client.grantAccess(GRANT).getGrant().getOwnerId()).isEqualTo("ann");
    assertThat(client.revokeAccess(REVOKE)).isEqualTo(RevokeAccessResponse.getDefaultInstance());
    assertThat(client.listAccess(LIST).getGrantsCount()).isEqualTo(1);
    assertThat(client.async().grantAccess(GRANT).join().getGrant().getOwnerId()).isEqualTo("ann");
    assertThat(client.async().revokeAccess(REVOKE).join()).isNotNull();
    assertThat(client.async().listAccess(LIST).join().getGrantsCount()).isEqualTo(1);
    assertThat(server.requests()).containsExactly(GRANT, REVOKE, LIST, GRANT, REVOKE, LIST);
  }

  @Test
  void readsAllPages() {
    assertThat(new AccessPages(client).of(LIST))
        .extracting(Grant::getOwnerId)
        .containsExactly("1", "2", "3");
  }

  @Test
  void deniedAccessNamesTheOwner() {
    refuse(error(Code.PERMISSION_DENIED, "ACCESS_DENIED", Map.of("owner_id", "ann")));

    assertThat(failure(AccessDeniedException.class).ownerId()).contains("ann");
  }

  @Test
  void limitedCallMayBeRetried() {
    refuse(
        error(
            Code.RESOURCE_EXHAUSTED,
            "RATE_LIMITED",
            Map.of(),
            RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(250)).build()));

    assertThat((RetryableException) failure(RateLimitedException.class))
        .extracting(RetryableException::retryDelay)
        .hasToString("Optional[PT0.25S]");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHENTICATED, UNAUTHENTICATED",
    "NOT_FOUND, GRANT_NOT_FOUND",
    "FAILED_PRECONDITION, TOO_MANY_GRANTS"
  })
  void reasonsHaveExceptions(Code code, String reason) {
    refuse(error(code, reason, Map.of()));

    Class<? extends CalendarCallException> type =
        switch (code) {
          case UNAUTHENTICATED -> UnauthenticatedException.class;
          case NOT_FOUND -> GrantNotFoundException.class;
          default -> TooManyGrantsException.class;
        };
    assertThat(failure(type).reason()).contains(reason);
  }
}
