package calendar.bdd;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.grpc.Status.Code;
import java.util.List;

/** How the calendar says no. */
public final class RefusalSteps {
  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public RefusalSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Then("it is refused, {person}'s {string} is in the way")
  public void inTheWay(Person owner, String title) {
    String id = seen.of(owner, title).getId();
    Refusals.assertBusy(lastCall.outcome(), api.read(owner.ownerId(), id));
  }

  @Then("there is no such event")
  public void noSuchEvent() {
    Refusals.assertNotFound(lastCall.outcome());
  }

  @Then("it is refused, since {string} has changed meanwhile")
  public void changedMeanwhile(String title) {
    Refusals.assertChangedMeanwhile(lastCall.outcome());
  }

  @Then("it is refused as invalid, naming {string}")
  public void invalid(String field) {
    Refusals.assertInvalid(lastCall.outcome(), List.of(field));
  }

  @Then("it is refused as invalid, naming")
  public void invalid(List<String> fields) {
    Refusals.assertInvalid(lastCall.outcome(), fields);
  }

  @Then("it is refused as invalid")
  public void invalid() {
    Refusals.assertReason(lastCall.outcome(), Code.INVALID_ARGUMENT, "INVALID_ARGUMENT");
  }

  @Then("it is refused as too large")
  public void tooLarge() {
    assertThat(lastCall.outcome().refused().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
  }

  @Then("it is told that there is no such method")
  public void noSuchMethod() {
    assertThat(lastCall.outcome().refused().code()).isEqualTo(Code.UNIMPLEMENTED);
  }
}
