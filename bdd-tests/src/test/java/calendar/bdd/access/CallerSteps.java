package calendar.bdd.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.EventTimes;
import calendar.bdd.phrase.Person;
import calendar.bdd.system.Caller;
import calendar.v1.CreateEventRequest;
import calendar.v1.FindEventsRequest;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Grantee;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.RevokeAccessRequest;
import com.google.type.Date;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.Status.Code;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Steps of callers whom the calendar asks who they are. */
public final class CallerSteps {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_CALLS = 10_000;

  private final Api api;
  private final LastCall lastCall;

  public CallerSteps(Api api, LastCall lastCall) {
    this.api = api;
    this.lastCall = lastCall;
  }

  private Outcome<ListMonthEventsResponse> read(Caller caller, Person owner, LocalDate month) {
    ListMonthEventsRequest request =
        ListMonthEventsRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setDate(
                Date.newBuilder()
                    .setYear(month.getYear())
                    .setMonth(month.getMonthValue())
                    .setDay(month.getDayOfMonth()))
            .build();
    return lastCall.attempt(() -> api.calendarFor(caller).listMonthEvents(request));
  }

  private static Caller caller(Person person) {
    return Caller.named(person.ownerId());
  }

  @When("{person} makes {person} a reader of her calendar")
  public void makesReader(Person owner, Person reader) {
    GrantAccessRequest request =
        GrantAccessRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setGrantee(subject(reader))
            .setRole(AccessPhrases.role("reader"))
            .build();
    lastCall.attempt(() -> api.calendar().grantAccess(request)).answered();
  }

  @When("{person} revokes the access of {person} to her calendar")
  public void revokes(Person owner, Person reader) {
    RevokeAccessRequest request =
        RevokeAccessRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setGrantee(subject(reader))
            .build();
    lastCall.attempt(() -> api.calendar().revokeAccess(request)).answered();
  }

  private static Grantee subject(Person person) {
    return Grantee.newBuilder().setSubject(person.ownerId()).build();
  }

  @When("{person} reads {person}'s month from {day}")
  public void reads(Person other, Person owner, LocalDate month) {
    read(caller(other), owner, month);
  }

  @When("somebody without a token reads {person}'s month from {day}")
  public void unknownReads(Person owner, LocalDate month) {
    read(Caller.UNKNOWN, owner, month);
  }

  @When("{person} books {string} in {person}'s calendar from {times}")
  public void books(Person other, String title, Person owner, EventTimes when) {
    CreateEventRequest request =
        CreateEventRequest.newBuilder().setEvent(owner.event(title, when)).build();
    lastCall.attempt(() -> api.calendarFor(caller(other)).createEvent(request));
  }

  @When("{person} books the component {string} at {time} and again at {time}")
  public void booksTwice(Person owner, String uid, LocalDateTime first, LocalDateTime second) {
    book(owner, uid, first).answered();
    book(owner, uid, second);
  }

  private Outcome<?> book(Person owner, String uid, LocalDateTime start) {
    CreateEventRequest request =
        CreateEventRequest.newBuilder()
            .setEvent(
                owner
                    .event("Imported", owner.at(start), owner.at(start.plusHours(1)))
                    .setIcalUid(uid))
            .build();
    return lastCall.attempt(() -> api.calendar().createEvent(request));
  }

  @Then("it is rejected because the component is booked already")
  public void isBookedAlready() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.ALREADY_EXISTS, "ICAL_UID_EXISTS");
  }

  @Then("{person} finds the component {string}")
  public void finds(Person owner, String uid) {
    FindEventsRequest request =
        FindEventsRequest.newBuilder().setOwnerId(owner.ownerId()).addIcalUids(uid).build();
    assertThat(api.calendar().findEvents(request).getEventsCount()).isEqualTo(1);
  }

  @When("{person} reads her month from {day} until she is refused")
  public void readsTooOften(Person owner, LocalDate month) {
    for (int i = 0; i < MOST_CALLS; i++) {
      if (read(caller(owner), owner, month).rejection().isPresent()) {
        return;
      }
    }
  }

  @Then("{person} sees {int} event in {person}'s month from {day}")
  public void sees(Person other, int count, Person owner, LocalDate month) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(read(caller(other), owner, month).answered().getEventsCount())
                    .isEqualTo(count));
  }

  @Then("within seconds {person} may not read {person}'s month from {day}")
  public void soonMayNotRead(Person other, Person owner, LocalDate month) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              read(caller(other), owner, month);
              isDenied(owner);
            });
  }

  @Then("it is rejected because {person}'s calendar is not open to the caller")
  public void isDenied(Person owner) {
    assertThat(
            RejectionAssertions.assertReason(
                    lastCall.outcome(), Code.PERMISSION_DENIED, "ACCESS_DENIED")
                .metadata())
        .containsEntry("owner_id", owner.ownerId());
  }

  @Then("it is rejected because the caller is unknown")
  public void isUnknown() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.UNAUTHENTICATED, "UNAUTHENTICATED");
  }

  @Then("it is rejected because of too many calls")
  public void isLimited() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.RESOURCE_EXHAUSTED, "RATE_LIMITED");
  }
}
