package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
import calendar.api.call.Authentication;
import calendar.api.call.report.RejectionLog;
import calendar.v1.DeleteEventRequest;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Limits of calls for each subject, and of refused tokens for each address. */
class TokenLimitsTest extends OnTokenServer {
  private static final int PER_SECOND = 2;
  private static final int BURST = 5;

  private volatile boolean trustsPeer;

  @Override
  Authentication authentication() {
    tokens.fetchKeys();
    return tokens.authentication(PER_SECOND, BURST, this::isTrusted);
  }

  private boolean isTrusted(InetAddress peer) {
    return trustsPeer && peer.isLoopbackAddress();
  }

  private Status.Code get(String token) {
    return refused(() -> as(token).getEvent(someEvent())).getStatus().getCode();
  }

  @Test
  void limitsTheCallsOfASubject() throws Exception {
    for (int i = 0; i < BURST; i++) {
      assertThat(get(tokens.issuer.token("ann"))).isEqualTo(Status.Code.NOT_FOUND);
    }

    StatusRuntimeException refusal =
        refused(
            () ->
                as(tokens.issuer.token("ann"))
                    .deleteEvent(DeleteEventRequest.getDefaultInstance()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(reason(refusal)).isEqualTo("RATE_LIMITED");
    assertThat(detail(refusal, RetryInfo.class).getRetryDelay().getNanos()).isEqualTo(500_000_000);
    assertThat(get(tokens.issuer.token("bob"))).isEqualTo(Status.Code.PERMISSION_DENIED);

    tokens.clock.moveBy(Duration.ofMillis(500));
    assertThat(get(tokens.issuer.token("ann"))).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void limitsRefusedTokensOfAnAddress() {
    String known = tokens.issuer.token("ann");
    get(known);
    refuseTokens(BURST, Status.Code.UNAUTHENTICATED);

    refuseTokens(3, Status.Code.RESOURCE_EXHAUSTED);
    assertThat(get(tokens.issuer.token("bob"))).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(get(known)).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void limitsCallsWithoutTokens() {
    for (int i = 0; i < BURST; i++) {
      refused(() -> calendar.getEvent(someEvent()));
    }

    assertThat(reason(refused(() -> calendar.getEvent(someEvent())))).isEqualTo("RATE_LIMITED");
  }

  @Test
  void trustsProxies() {
    trustsPeer = true;

    refuseTokens(3 * BURST, Status.Code.UNAUTHENTICATED);
  }

  @Test
  void logsLimitedCallsInOneLine() {
    for (int i = 0; i < BURST + 7; i++) {
      get(tokens.issuer.token("ann"));
      tokens.clock.moveBy(Duration.ofMillis(1));
    }
    try (LogCapture log = LogCapture.of(RejectionLog.class)) {
      rejections.write();

      assertThat(log.entries())
          .extracting(LogRecord::getMessage)
          .singleElement()
          .asString()
          .contains("GetEvent RESOURCE_EXHAUSTED", " subject=ann: 7 calls rejected");
    }
  }

  private void refuseTokens(int count, Status.Code expected) {
    for (int i = 0; i < count; i++) {
      assertThat(refused(() -> with(List.of("Bearer x.y.z")).getEvent(someEvent())))
          .extracting(refusal -> refusal.getStatus().getCode())
          .isEqualTo(expected);
    }
  }
}
