package calendar.bdd.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.ConcurrentCalls;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.listing.Listings;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Steps with concurrent bookings of the same time. */
public final class BusyTimeSteps {
  private final Api api;
  private final Listings listings;
  private List<Outcome<Event>> outcomes;

  public BusyTimeSteps(Api api, Listings listings) {
    this.api = api;
    this.listings = listings;
  }

  @When("{int} clients at once book the time of {person} from {period}")
  public void bookAtOnce(int clients, Person owner, Period when) throws Exception {
    Supplier<Event> booking = () -> api.book(owner.event("Interview", when));
    outcomes = ConcurrentCalls.send(Collections.nCopies(clients, booking));
  }

  @When("all of {person}'s events are moved at once to {period}")
  public void moveAtOnce(Person owner, Period when) throws Exception {
    List<Supplier<Event>> moves = new ArrayList<>();
    for (Event event : listings.everything(owner).all()) {
      Event moved = owner.event(event.getTitle(), when).setId(event.getId()).build();
      moves.add(() -> api.change(moved, List.of("start_time", "end_time")));
    }
    outcomes = ConcurrentCalls.send(moves);
  }

  @When("all of {person}'s events become busy at once")
  public void becomeBusyAtOnce(Person owner) throws Exception {
    List<Supplier<Event>> changes = new ArrayList<>();
    for (Event event : listings.everything(owner).all()) {
      Event busy = event.toBuilder().setAvailability(Availability.AVAILABILITY_BUSY).build();
      changes.add(() -> api.change(busy, List.of("availability")));
    }
    outcomes = ConcurrentCalls.send(changes);
  }

  @Then("one of them succeeds and the others overlap its event")
  public void oneGetsIt() {
    List<Event> winners = outcomes.stream().flatMap(o -> o.answer().stream()).toList();
    assertThat(winners).hasSize(1);
    outcomes.stream()
        .filter(outcome -> outcome.answer().isEmpty())
        .forEach(outcome -> RejectionAssertions.assertOverlaps(outcome, winners.get(0)));
  }
}
