package calendar.bdd.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.Rejection;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.entrance.OwnIssuer;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.GetEventRequest;
import calendar.v1.GrantAccessRequest;
import calendar.v1.Grantee;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListSeriesRequest;
import calendar.v1.RevokeAccessRequest;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.Status.Code;
import java.time.Duration;

/** Steps of callers other than the owner, and of callers without a valid token. */
public final class CallerSteps {
  /** A change of grants takes effect within 5 s; the rest is for the call that sees it. */
  private static final Duration SOON = Duration.ofSeconds(7);

  private static final int MOST_CALLS = 5_000;

  private final Api api;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public CallerSteps(Api api, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @When("{person} makes {person} a {}")
  public void makes(Person owner, Person grantee, String role) {
    GrantAccessRequest request =
        GrantAccessRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setGrantee(grantee(grantee))
            .setRole(AccessPhrases.role(role))
            .build();
    lastCall.attempt(() -> api.calendar().grantAccess(request));
  }

  @When("{person} revokes the access of {person}")
  public void revokes(Person owner, Person grantee) {
    RevokeAccessRequest request =
        RevokeAccessRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setGrantee(grantee(grantee))
            .build();
    lastCall.attempt(() -> api.calendar().revokeAccess(request));
  }

  @When("{person} reads {person}'s {string}")
  public void reads(Person caller, Person owner, String title) {
    lastCall.attempt(() -> read(api.calendar(caller), owner, title));
  }

  @When("{person} lists {person}'s series")
  public void listsSeries(Person caller, Person owner) {
    ListSeriesRequest request = ListSeriesRequest.newBuilder().setOwnerId(owner.ownerId()).build();
    lastCall.attempt(() -> api.calendar(caller).listSeries(request));
  }

  @When("{person} lists who has access to {person}'s calendar")
  public void listsAccess(Person caller, Person owner) {
    ListAccessRequest request = ListAccessRequest.newBuilder().setOwnerId(owner.ownerId()).build();
    lastCall.attempt(() -> api.calendar(caller).listAccess(request));
  }

  @When("{person} tries to book in {person}'s calendar")
  public void books(Person caller, Person owner) {
    CreateEventRequest request =
        CreateEventRequest.newBuilder()
            .setEvent(owner.event("Hairdresser", Period.parse("2031-05-07 10:00 to 11:00")))
            .build();
    lastCall.attempt(() -> api.calendar(caller).createEvent(request));
  }

  @When("{person}'s {string} is read {}")
  public void readsBy(Person owner, String title, String how) {
    String token =
        switch (how) {
          case "without a token" -> "";
          case "with a token of another issuer" -> tokenOfAnotherIssuer(owner);
          default -> throw new IllegalArgumentException(how);
        };
    lastCall.attempt(() -> read(api.calendar(token), owner, title));
  }

  @When("{person} calls until the calendar refuses")
  public void callsTooOften(Person caller) {
    ListAccessRequest request = ListAccessRequest.newBuilder().setOwnerId(caller.ownerId()).build();
    for (int i = 0; i < MOST_CALLS; i++) {
      Outcome<?> outcome = lastCall.attempt(() -> api.calendar().listAccess(request));
      if (outcome.rejection().isPresent()) {
        return;
      }
    }
  }

  @Then("{person} soon can read {person}'s {string}")
  public void soonCanRead(Person caller, Person owner, String title) {
    await().atMost(SOON).untilAsserted(() -> attemptToRead(caller, owner, title).answered());
  }

  @Then("{person} soon can no longer read {person}'s {string}")
  public void soonCannotRead(Person caller, Person owner, String title) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertDenied(attemptToRead(caller, owner, title), owner));
  }

  @Then("it is rejected because {person}'s calendar is closed to the caller")
  public void isClosed(Person owner) {
    assertDenied(lastCall.outcome(), owner);
  }

  @Then("it is rejected because the caller is unknown")
  public void isUnknown() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.UNAUTHENTICATED, "UNAUTHENTICATED");
  }

  @Then("it is rejected because of too many calls")
  public void tooManyCalls() {
    RejectionAssertions.assertReason(lastCall.outcome(), Code.RESOURCE_EXHAUSTED, "RATE_LIMITED");
  }

  @Then("it succeeds")
  public void succeeds() {
    lastCall.outcome().answered();
  }

  private Outcome<?> attemptToRead(Person caller, Person owner, String title) {
    return Outcome.of(() -> read(api.calendar(caller), owner, title));
  }

  private Object read(CalendarServiceBlockingStub calendar, Person owner, String title) {
    return calendar.getEvent(
        GetEventRequest.newBuilder()
            .setOwnerId(owner.ownerId())
            .setId(seen.of(owner, title).getId())
            .build());
  }

  private static void assertDenied(Outcome<?> outcome, Person owner) {
    Rejection rejection =
        RejectionAssertions.assertReason(outcome, Code.PERMISSION_DENIED, "ACCESS_DENIED");
    assertThat(rejection.metadata()).containsEntry("owner_id", owner.ownerId());
  }

  /** Of the same name and subject, but signed with another key. */
  private static String tokenOfAnotherIssuer(Person owner) {
    try (OwnIssuer other = new OwnIssuer()) {
      return other.of(owner.ownerId()).orElseThrow();
    }
  }

  private static Grantee grantee(Person person) {
    return Grantee.newBuilder().setSubject(person.ownerId()).build();
  }
}
