package calendar.bdd.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.ConcurrentCalls;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.EventTable;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Steps for changing events with masks and etags. */
public final class ChangingSteps {
  private static final List<String> TIMES = List.of("start_time", "end_time");

  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;
  private Event former;
  private Event latest;
  private List<Outcome<Event>> outcomes;

  public ChangingSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Given("{person} has read {string}")
  public void hasRead(Person owner, String title) {
    latest = api.read(owner.ownerId(), seen.of(owner, title).getId());
    seen.saw(title, latest);
  }

  @Given("another client has changed the description of {person}'s {string} to {string}")
  public void anotherClientChanged(Person owner, String title, String description) {
    api.change(known(owner, title).setDescription(description).build(), List.of("description"));
  }

  /** Sends the fields of the first version as it read them, without a mask. */
  @When("a client of version 0.1 changes the title of {person}'s {string} to {string}")
  public void firstClientChangesTitle(Person owner, String title, String newTitle) {
    Event event = firstFields(owner, title).setTitle(newTitle).build();
    lastCall.attempt(() -> api.change(event, List.of()));
  }

  @When("a client of version 0.1 moves {person}'s {string} to {period}")
  public void firstClientMoves(Person owner, String title, Period when) {
    Event.Builder event = firstFields(owner, title);
    when.set(event, owner);
    lastCall.attempt(() -> api.change(event.build(), List.of()));
  }

  private Event.Builder firstFields(Person owner, String title) {
    Event event = api.read(owner.ownerId(), seen.of(owner, title).getId());
    return known(owner, title)
        .setTitle(event.getTitle())
        .setDescription(event.getDescription())
        .setStartTime(event.getStartTime())
        .setEndTime(event.getEndTime())
        .addAllRemindBefore(event.getRemindBeforeList());
  }

  @When("{person} reads {string} again")
  public void readsAgain(Person owner, String title) {
    former = latest;
    latest = api.read(owner.ownerId(), seen.of(owner, title).getId());
  }

  @When("{person} changes {string} of {string} to")
  public void changes(Person owner, String mask, String title, DataTable table) {
    Event event = EventTable.fill(known(owner, title), table, owner).build();
    List<String> paths = mask.isEmpty() ? List.of() : List.of(mask.split(","));
    former = latest;
    latest = lastCall.attempt(() -> api.change(event, paths)).answer().orElse(null);
  }

  @When("{person} moves {string} to {period}")
  public void moves(Person owner, String title, Period when) {
    Event event = owner.event("", when).setId(seen.of(owner, title).getId()).build();
    lastCall.attempt(() -> api.change(event, TIMES));
  }

  @When("{person} changes {string} with the etag that she has read")
  public void changesAsRead(Person owner, String title) {
    Event event = seen.of(owner, title).toBuilder().setTitle("Retrospective").build();
    lastCall.attempt(() -> api.change(event, List.of()));
  }

  @When("{person} deletes {string} with the etag that she has read")
  public void deletesAsRead(Person owner, String title) {
    Event event = seen.of(owner, title);
    lastCall.attempt(() -> api.delete(owner.ownerId(), event.getId(), event.getEtag()));
  }

  @When("{int} clients at once change {string} with the etag that {person} has read")
  public void changeAtOnce(int clients, String title, Person owner) throws Exception {
    Event event = seen.of(owner, title);
    Supplier<Event> change = () -> api.change(event, List.of());
    outcomes = ConcurrentCalls.send(Collections.nCopies(clients, change));
  }

  @Then("it is changed")
  public void itIsChanged() {
    assertThat(lastCall.event().getTitle()).isEqualTo("Retrospective");
  }

  @Then("its etag is the same")
  public void etagIsTheSame() {
    assertThat(latest.getEtag()).isNotEmpty().isEqualTo(former.getEtag());
  }

  @Then("its etag is different")
  public void etagIsAnother() {
    assertThat(latest.getEtag()).isNotEmpty().isNotEqualTo(former.getEtag());
  }

  @Then("{string} was changed after it was created")
  public void wasChanged(String title) {
    assertThat(ProtoTimes.instant(latest.getUpdateTime()))
        .isAfter(ProtoTimes.instant(latest.getCreateTime()));
  }

  @Then("one of them succeeds and the others are rejected because the event has changed")
  public void oneSucceeds() {
    assertThat(outcomes).filteredOn(outcome -> outcome.answer().isPresent()).hasSize(1);
    outcomes.stream()
        .filter(outcome -> outcome.answer().isEmpty())
        .forEach(RejectionAssertions::assertEtagMismatch);
  }

  @Then("{person} cannot change {person}'s {string}")
  public void cannotChange(Person other, Person owner, String title) {
    Event event = seen.of(owner, title).toBuilder().setOwnerId(other.ownerId()).build();
    RejectionAssertions.assertNotFound(Outcome.of(() -> api.change(event, List.of())));
  }

  @Then("{person} cannot delete {person}'s {string}")
  public void cannotDelete(Person other, Person owner, String title) {
    String id = seen.of(owner, title).getId();
    lastCall.attempt(() -> api.delete(other.ownerId(), id, ""));
    RejectionAssertions.assertNotFound(lastCall.outcome());
  }

  private Event.Builder known(Person owner, String title) {
    return owner.event().setId(seen.of(owner, title).getId());
  }
}
