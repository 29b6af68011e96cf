package calendar.bdd.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.EventTable;
import calendar.bdd.phrase.EventTimes;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Steps for booking, reading and deleting events. */
public final class BookingSteps {
  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public BookingSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @Given("{person} lives in {zone}")
  public void livesIn(Person person, java.time.ZoneId zone) {
    person.livesIn(zone);
  }

  @Given("{person} has {string} from {times}")
  public void has(Person owner, String title, EventTimes when) {
    seen.saw(api.book(owner.event(title, when)));
  }

  @Given("{person} has these events")
  public void hasThese(Person owner, DataTable events) {
    events.asMaps().forEach(row -> has(owner, row.get("event"), EventTimes.parse(row.get("when"))));
  }

  @Given("{person} has this event")
  public void hasThis(Person owner, DataTable event) {
    seen.saw(api.book(EventTable.fill(owner.event(), event, owner)));
  }

  @Given("{person} has {int} events, one per hour from {time}")
  public void hasOnePerHour(Person owner, int count, LocalDateTime from) {
    for (int i = 0; i < count; i++) {
      Period hour = new Period(from.plusHours(i), from.plusHours(i + 1L));
      has(owner, "Event " + (i + 1), hour);
    }
  }

  @When("{person} books {string} from {times}")
  public void books(Person owner, String title, EventTimes when) {
    lastCall.attempt(() -> api.book(owner.event(title, when))).answer().ifPresent(seen::saw);
  }

  @When("{person} books this event")
  public void booksThis(Person owner, DataTable table) {
    Event.Builder event = EventTable.fill(owner.event(), table, owner);
    lastCall.attempt(() -> api.book(event)).answer().ifPresent(seen::saw);
  }

  @When("{person} deletes {string}")
  public void deletes(Person owner, String title) {
    String id = seen.of(owner, title).getId();
    lastCall.attempt(() -> api.delete(owner.ownerId(), id, ""));
  }

  @Then("it is booked")
  public void itIsBooked() {
    assertThat(lastCall.event().getId()).isNotEmpty();
  }

  @Then("{person}'s {string} is now")
  public void isNow(Person owner, String title, DataTable table) {
    Event found = api.read(owner.ownerId(), seen.of(owner, title).getId());
    Event.Builder expected = owner.event().setAvailability(Event.Availability.AVAILABILITY_BUSY);
    assertThat(EventTable.tabular(found))
        .isEqualTo(EventTable.fill(expected, table, owner).build());
  }

  @Then("{person} can no longer read {string}")
  public void canNoLongerRead(Person owner, String title) {
    cannotRead(owner, owner, title);
  }

  @Then("{person} cannot read {person}'s {string}")
  public void cannotRead(Person other, Person owner, String title) {
    String id = seen.of(owner, title).getId();
    RejectionAssertions.assertNotFound(Outcome.of(() -> api.read(other.ownerId(), id)));
  }

  @Then("{string} was created now and not changed since")
  public void wasCreatedNow(String title) {
    Event event = lastCall.event();
    assertThat(event.getTitle()).isEqualTo(title);
    assertThat(ProtoTimes.instant(event.getCreateTime()))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(event.getUpdateTime()).isEqualTo(event.getCreateTime());
  }
}
