package calendar.bdd.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.ConcurrentCalls;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Steps with repeated requests. */
public final class IdempotencySteps {
  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;
  private final String requestId = UUID.randomUUID().toString();
  private Person owner;
  private Outcome<CreateEventResponse> booking;
  private List<Outcome<CreateEventResponse>> outcomes;

  public IdempotencySteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Given("{person} has booked {string} from {period} with a request id")
  public void hasBooked(Person owner, String title, Period when) {
    books(owner, title, when);
    CreateEventResponse first = booking.answered();
    assertThat(first.getReplayed()).isFalse();
    seen.saw(first.getEvent());
  }

  @When("{person} books {string} from {period} with a request id")
  @When("{person} books {string} from {period} with the same request id")
  public void books(Person owner, String title, Period when) {
    this.owner = owner;
    booking = lastCall.attempt(() -> api.book(owner.event(title, when), requestId));
  }

  @When("{person} books {string} from {period} with the request id {string}")
  public void books(Person owner, String title, Period when, String id) {
    lastCall.attempt(() -> api.book(owner.event(title, when), id));
  }

  @When("{int} clients at once book the time of {person} from {period} with one request id")
  public void bookAtOnce(int clients, Person owner, Period when) throws Exception {
    Supplier<CreateEventResponse> call = () -> api.book(owner.event("Interview", when), requestId);
    outcomes = ConcurrentCalls.send(Collections.nCopies(clients, call));
  }

  @Then("the answer is the existing event {string}")
  public void answerIsExistingEvent(String title) {
    Event first = seen.of(owner, title);
    CreateEventResponse answer = booking.answered();
    assertThat(answer.getReplayed()).isTrue();
    assertThat(answer.getEvent()).isEqualTo(api.read(owner.ownerId(), first.getId()));
  }

  @Then("a new event is booked")
  public void newEventIsBooked() {
    assertThat(booking.answered().getReplayed()).isFalse();
  }

  @Then("all of them get the same event, which is booked once")
  public void allGetTheSame() {
    assertThat(outcomes)
        .extracting(outcome -> outcome.answered().getEvent())
        .allMatch(outcomes.get(0).answered().getEvent()::equals);
    assertThat(outcomes).filteredOn(outcome -> !outcome.answered().getReplayed()).hasSize(1);
  }
}
