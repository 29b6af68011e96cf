package calendar.bdd.event;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.phrase.EventTimes;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;

/** Steps with free events. */
public final class FreeTimeSteps {
  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public FreeTimeSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Given("{person} has the free event {string} from {times}")
  public void has(Person owner, String title, EventTimes when) {
    seen.saw(api.book(free(owner, title, when)));
  }

  @Given("{person} has {int} free events from {times}")
  public void has(Person owner, int count, EventTimes when) {
    for (int i = 1; i <= count; i++) {
      has(owner, "Free " + i, when);
    }
  }

  @When("{person} books the free event {string} from {times}")
  public void books(Person owner, String title, EventTimes when) {
    lastCall.attempt(() -> api.book(free(owner, title, when))).answer().ifPresent(seen::saw);
  }

  @When("{person} makes {string} {availability}")
  public void makes(Person owner, String title, Availability availability) {
    String id = seen.of(owner, title).getId();
    Event event = owner.event().setId(id).setAvailability(availability).build();
    lastCall.attempt(() -> api.change(event, List.of("availability")));
  }

  private static Event.Builder free(Person owner, String title, EventTimes when) {
    return owner.event(title, when).setAvailability(Availability.AVAILABILITY_FREE);
  }
}
