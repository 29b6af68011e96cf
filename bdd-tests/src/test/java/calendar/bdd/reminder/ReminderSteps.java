package calendar.bdd.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.phrase.FeatureTimes;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Reminder;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Steps for scheduled reminders. */
public final class ReminderSteps {
  private final Api api;
  private final SeenEvents seen;
  private List<Reminder> newReminders;

  public ReminderSteps(Api api, SeenEvents seen) {
    this.api = api;
    this.seen = seen;
  }

  private record Plan(Duration before, Instant due, Reminder.State state) {
    static Plan of(Reminder reminder) {
      return new Plan(
          ProtoTimes.duration(reminder.getRemindBefore()),
          ProtoTimes.instant(reminder.getRemindTime()),
          reminder.getState());
    }

    static Plan of(Map<String, String> row, Person owner) {
      return new Plan(
          FeatureTimes.duration(row.get("before")),
          owner.at(FeatureTimes.time(row.get("due"))),
          Reminder.State.valueOf("STATE_" + row.get("state").toUpperCase(Locale.ROOT)));
    }
  }

  @Then("the reminders of {string} for {person} are")
  public void theRemindersAre(String title, Person owner, DataTable table) {
    List<Reminder> reminders = reminders(owner, title);
    assertThat(reminders)
        .extracting(Plan::of)
        .containsExactlyElementsOf(
            table.asMaps().stream().map(row -> Plan.of(row, owner)).toList());
    assertThat(reminders).extracting(Reminder::getId).doesNotContain("").doesNotHaveDuplicates();
    assertThat(reminders).noneMatch(Reminder::hasDeliverTime);
    List<String> known =
        seen.of(owner, title).getRemindersList().stream().map(Reminder::getId).toList();
    newReminders =
        reminders.stream().filter(reminder -> !known.contains(reminder.getId())).toList();
  }

  @Then("{person} has no reminders of {string}")
  public void hasNoReminders(Person owner, String title) {
    assertThat(reminders(owner, title)).isEmpty();
  }

  @Then("all its reminders are new")
  public void allAreNew() {
    assertThat(newReminders).hasSize(2);
  }

  @Then("none of its reminders is new")
  public void noneIsNew() {
    assertThat(newReminders).isEmpty();
  }

  @Then("only the reminder {string} before is new")
  public void onlyOneIsNew(String before) {
    assertThat(newReminders)
        .extracting(reminder -> ProtoTimes.duration(reminder.getRemindBefore()))
        .containsExactly(FeatureTimes.duration(before));
  }

  private List<Reminder> reminders(Person owner, String title) {
    Event event = api.read(owner.ownerId(), seen.of(owner, title).getId());
    return event.getRemindersList();
  }
}
