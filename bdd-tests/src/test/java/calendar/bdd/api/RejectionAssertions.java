package calendar.bdd.api;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status.Code;
import java.util.List;

/** Checks that rejections follow the API contract. */
public final class RejectionAssertions {
  private RejectionAssertions() {}

  public static void assertOverlaps(Outcome<?> outcome, Event conflicting) {
    Rejection rejection = assertReason(outcome, Code.FAILED_PRECONDITION, "DATE_BUSY");
    assertThat(rejection.metadata())
        .containsEntry("conflicting_event_id", conflicting.getId())
        .containsEntry(
            "conflicting_start_time", ProtoTimes.instant(conflicting.getStartTime()).toString())
        .containsEntry(
            "conflicting_end_time", ProtoTimes.instant(conflicting.getEndTime()).toString());
  }

  public static void assertNotFound(Outcome<?> outcome) {
    assertReason(outcome, Code.NOT_FOUND, "EVENT_NOT_FOUND");
  }

  public static void assertEtagMismatch(Outcome<?> outcome) {
    assertReason(outcome, Code.ABORTED, "ETAG_MISMATCH");
  }

  public static void assertInvalid(Outcome<?> outcome, List<String> fields) {
    Rejection rejection = assertReason(outcome, Code.INVALID_ARGUMENT, "INVALID_ARGUMENT");
    assertThat(rejection.violations())
        .extracting(FieldViolation::getField)
        .containsExactlyElementsOf(fields);
    assertThat(rejection.violations())
        .extracting(FieldViolation::getDescription)
        .allSatisfy(expected -> assertThat(expected).isNotBlank());
    assertThat(rejection.message()).contains(fields);
  }

  public static Rejection assertReason(Outcome<?> outcome, Code code, String reason) {
    Rejection rejection = outcome.rejected();
    assertThat(rejection.code()).as(rejection.toString()).isEqualTo(code);
    assertThat(rejection.domain()).isEqualTo("calendar");
    assertThat(rejection.reason()).isEqualTo(reason);
    return rejection;
  }
}
