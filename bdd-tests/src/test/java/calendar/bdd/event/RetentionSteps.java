package calendar.bdd.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import calendar.bdd.api.Api;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.v1.Event;
import io.cucumber.java.en.Then;

/** Steps for the deletion of old events. */
public final class RetentionSteps {
  private final Api api;
  private final SeenEvents seen;

  public RetentionSteps(Api api, SeenEvents seen) {
    this.api = api;
    this.seen = seen;
  }

  @Then("{string} is soon deleted from {person}'s calendar")
  public void isGone(String title, Person owner) {
    Event event = seen.of(owner, title);
    await(title + " is deleted")
        .atMost(60, SECONDS)
        .until(
            () -> Outcome.of(() -> api.read(owner.ownerId(), event.getId())),
            outcome -> outcome.rejection().isPresent());
    RejectionAssertions.assertNotFound(Outcome.of(() -> api.read(owner.ownerId(), event.getId())));
  }
}
