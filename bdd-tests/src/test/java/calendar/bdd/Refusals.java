package calendar.bdd;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Event;
import com.google.rpc.BadRequest.FieldViolation;
import io.grpc.Status.Code;
import java.util.List;

/** What a refusal has to say, by the contract of the API. */
final class Refusals {
  private Refusals() {}

  static void assertBusy(Outcome<?> outcome, Event inTheWay) {
    Refusal refusal = assertReason(outcome, Code.FAILED_PRECONDITION, "DATE_BUSY");
    assertThat(refusal.metadata())
        .containsEntry("conflicting_event_id", inTheWay.getId())
        .containsEntry("conflicting_start_time", Words.instant(inTheWay.getStartTime()).toString())
        .containsEntry("conflicting_end_time", Words.instant(inTheWay.getEndTime()).toString());
  }

  static void assertNotFound(Outcome<?> outcome) {
    assertReason(outcome, Code.NOT_FOUND, "EVENT_NOT_FOUND");
  }

  static void assertChangedMeanwhile(Outcome<?> outcome) {
    assertReason(outcome, Code.ABORTED, "ETAG_MISMATCH");
  }

  static void assertInvalid(Outcome<?> outcome, List<String> fields) {
    Refusal refusal = assertReason(outcome, Code.INVALID_ARGUMENT, "INVALID_ARGUMENT");
    assertThat(refusal.violations())
        .extracting(FieldViolation::getField)
        .containsExactlyElementsOf(fields);
    assertThat(refusal.violations())
        .extracting(FieldViolation::getDescription)
        .allSatisfy(expected -> assertThat(expected).isNotBlank());
    assertThat(refusal.message()).contains(fields);
  }

  static Refusal assertReason(Outcome<?> outcome, Code code, String reason) {
    Refusal refusal = outcome.refused();
    assertThat(refusal.code()).as(refusal.toString()).isEqualTo(code);
    assertThat(refusal.domain()).isEqualTo("calendar");
    assertThat(refusal.reason()).isEqualTo(reason);
    return refusal;
  }
}
