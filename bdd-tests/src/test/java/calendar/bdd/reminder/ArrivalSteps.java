package calendar.bdd.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.bdd.system.SystemHooks;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Reminder;
import com.google.gson.JsonObject;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Steps about the arrival of reminders. */
public final class ArrivalSteps {
  private final SeenEvents seen;
  private final Arrivals arrivals;
  private Event event;

  public ArrivalSteps(SeenEvents seen, Arrivals arrivals) {
    this.seen = seen;
    this.arrivals = arrivals;
  }

  @When("{person}'s {string} is over")
  public void isOver(Person owner, String title) {
    arrivals.awaitEnd(seen.of(owner, title));
  }

  @Then("{person}'s reminder of {string} arrives within {int} seconds of its time")
  public void arrives(Person owner, String title, int seconds) {
    arrive(owner, title, 1, seconds);
  }

  @Then("{person}'s {int} reminders of {string} arrive within {int} seconds of their times")
  public void arrive(Person owner, int count, String title, int seconds) {
    arrive(owner, title, count, seconds);
  }

  private void arrive(Person owner, String title, int count, int seconds) {
    assertThat(delivered(owner, title))
        .hasSize(count)
        .allSatisfy(
            reminder -> {
              Instant due = ProtoTimes.instant(reminder.getRemindTime());
              assertThat(ProtoTimes.instant(reminder.getDeliverTime()))
                  .isBetween(due, due.plusSeconds(seconds));
            });
  }

  @Then("{person}'s reminder of {string} arrives within {int} seconds from now")
  public void arrivesFromNow(Person owner, String title, int seconds) {
    Instant now = Instant.now();
    assertThat(delivered(owner, title))
        .singleElement()
        .satisfies(
            reminder ->
                assertThat(ProtoTimes.instant(reminder.getDeliverTime()))
                    .isBefore(now.plusSeconds(seconds)));
  }

  @Then("{person}'s reminder of {string} arrives late")
  public void arrivesLate(Person owner, String title) {
    Duration late = Duration.ofSeconds(2);
    assertThat(delivered(owner, title))
        .singleElement()
        .satisfies(
            reminder ->
                assertThat(ProtoTimes.instant(reminder.getDeliverTime()))
                    .isAfter(ProtoTimes.instant(reminder.getRemindTime()).plus(late)));
  }

  @Then("{person}'s reminder of {string} is missed")
  public void isMissed(Person owner, String title) {
    Event ended = seen.of(owner, title);
    assertThat(arrivals.await(ended, Reminder.State.STATE_MISSED))
        .noneMatch(Reminder::hasDeliverTime);
    assertNotPrinted(ended);
  }

  @Then("its title is {string}")
  public void hasTitle(String title) {
    if (!SystemHooks.system().isOwn()) {
      return;
    }
    JsonObject line = printedOnce(event.getReminders(0));
    assertThat(line.keySet())
        .containsExactlyInAnyOrder(
            "reminder_id", "event_id", "owner_id", "title", "start_time", "remind_before");
    assertThat(line.get("title").getAsString()).isEqualTo(title);
    assertThat(line.get("event_id").getAsString()).isEqualTo(event.getId());
    assertThat(line.get("owner_id").getAsString()).isEqualTo(event.getOwnerId());
    assertThat(Instant.parse(line.get("start_time").getAsString()))
        .isEqualTo(ProtoTimes.instant(event.getStartTime()));
    assertThat(Duration.parse(line.get("remind_before").getAsString()))
        .isEqualTo(ProtoTimes.duration(event.getRemindBefore(0)));
  }

  @Then("{person}'s reminder of {string} has arrived once")
  public void hasArrivedOnce(Person owner, String title) {
    seen.of(owner, title).getRemindersList().forEach(this::printedOnce);
  }

  @Then("{person}'s reminder of {string} never arrives")
  public void neverArrives(Person owner, String title) {
    assertNotPrinted(seen.of(owner, title));
  }

  @Then("its former reminder never arrives")
  public void formerNeverArrives() {
    Event former =
        arrivals.booked().stream()
            .filter(booked -> booked.getId().equals(event.getId()))
            .findFirst()
            .orElseThrow();
    assertThat(former.getRemindersList()).doesNotContainAnyElementsOf(event.getRemindersList());
    assertNotPrinted(former);
  }

  @Then("each of the {int} reminders arrives once")
  public void eachArrivesOnce(int count) {
    List<Reminder> reminders = arrivals.expected();
    assertThat(reminders).hasSize(count);
    reminders.forEach(arrivals::awaitPrinted);
    reminders.forEach(this::printedOnce);
  }

  private List<Reminder> delivered(Person owner, String title) {
    event = seen.of(owner, title);
    List<Reminder> delivered = arrivals.await(event, Reminder.State.STATE_DELIVERED);
    if (SystemHooks.system().isOwn()) {
      delivered.forEach(this::printedOnce);
    }
    return delivered;
  }

  private JsonObject printedOnce(Reminder reminder) {
    List<JsonObject> lines = arrivals.awaitPrinted(reminder);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static void assertNotPrinted(Event event) {
    assertThat(event.getRemindersList())
        .isNotEmpty()
        .allSatisfy(
            reminder -> assertThat(SystemHooks.system().printed().of(reminder.getId())).isEmpty());
  }
}
