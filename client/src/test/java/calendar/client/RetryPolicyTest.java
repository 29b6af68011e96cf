package calendar.client;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.error.CallError;
import calendar.client.error.RetryableException;
import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final RetryPolicy policy =
      new RetryPolicy(5, Duration.ofMillis(100), Duration.ofMillis(300));

  @Test
  void doublesPauseUpToLimit() {
    assertThat(List.of(1, 2, 3, 4))
        .map(made -> policy.pause(made, failure(0)).orElseThrow().toMillis())
        .containsExactly(100L, 200L, 300L, 300L);
  }

  @Test
  void stopsAfterLastAttempt() {
    assertThat(policy.pause(5, failure(0))).isEmpty();
  }

  @Test
  void respectsRetryDelayOfCalendar() {
    assertThat(policy.pause(1, failure(150))).contains(Duration.ofMillis(150));
    assertThat(policy.pause(2, failure(150))).contains(Duration.ofMillis(200));
    assertThat(policy.pause(4, failure(2_000))).contains(Duration.ofSeconds(2));
  }

  private static RetryableException failure(long askedMillis) {
    RetryInfo asked =
        RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(askedMillis)).build();
    Status unavailable =
        Status.newBuilder().setCode(Code.UNAVAILABLE_VALUE).addDetails(Any.pack(asked)).build();
    return (RetryableException)
        CallError.of(StatusProto.toStatusRuntimeException(unavailable)).toException();
  }
}
