package calendar.bdd.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Rejection;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import com.google.rpc.BadRequest.FieldViolation;
import io.cucumber.java.en.Then;
import io.grpc.Status.Code;
import java.util.List;

/** Steps that check rejected calls. */
public final class RejectionSteps {
  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public RejectionSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Then("it is rejected because it overlaps {person}'s {string}")
  public void overlaps(Person owner, String title) {
    String id = seen.of(owner, title).getId();
    RejectionAssertions.assertOverlaps(lastCall.outcome(), api.read(owner.ownerId(), id));
  }

  @Then("it is rejected because the event does not exist")
  public void noSuchEvent() {
    RejectionAssertions.assertNotFound(lastCall.outcome());
  }

  @Then("it is rejected because the series does not exist")
  public void noSuchSeries() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.NOT_FOUND, "SERIES_NOT_FOUND");
  }

  @Then("it is rejected because {string} has changed")
  public void etagMismatch(String title) {
    RejectionAssertions.assertEtagMismatch(lastCall.outcome());
  }

  @Then("it is rejected because {person}'s {string} has the same UID")
  public void sameUid(Person owner, String title) {
    Rejection rejection =
        RejectionAssertions.assertReason(
            lastCall.outcome(), Code.ALREADY_EXISTS, "ICAL_UID_EXISTS");
    assertThat(rejection.metadata())
        .containsEntry("existing_event_id", seen.of(owner, title).getId());
  }

  @Then("it is rejected as invalid because of {string}")
  public void invalid(String field) {
    RejectionAssertions.assertInvalid(lastCall.outcome(), List.of(field));
  }

  @Then("it is rejected as invalid because of")
  public void invalid(List<String> fields) {
    RejectionAssertions.assertInvalid(lastCall.outcome(), fields);
  }

  @Then("it is rejected as invalid")
  public void invalid() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.INVALID_ARGUMENT, "INVALID_ARGUMENT");
  }

  @Then("the answer says {string}")
  public void says(String words) {
    assertThat(lastCall.outcome().rejected().violations())
        .extracting(FieldViolation::getDescription)
        .anySatisfy(expected -> assertThat(expected).contains(words));
  }

  @Then("it is rejected as too large")
  public void tooLarge() {
    assertThat(lastCall.outcome().rejected().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
  }

  @Then("it is rejected because the method does not exist")
  public void noSuchMethod() {
    assertThat(lastCall.outcome().rejected().code()).isEqualTo(Code.UNIMPLEMENTED);
  }
}
