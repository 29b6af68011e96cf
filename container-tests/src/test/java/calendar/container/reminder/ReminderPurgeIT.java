package calendar.container.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.container.Deployments;
import calendar.error.EventNotFoundException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.FoundComponent;
import calendar.reminder.DueReminder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Claims and purges of events that the storage of events has created. */
@ExtendWith(ArquillianExtension.class)
class ReminderPurgeIT extends OnReminderStorage {

  @Deployment
  static WebArchive deployment() {
    return Deployments.api().addClass(OnReminderStorage.class);
  }

  @Test
  void claimsReminderOfCreatedEvent() {
    Event event = event(HOUR);

    assertThat(reminders.countDue(DUE)).isEqualTo(1);
    assertThat(claim().reminders())
        .containsExactly(
            new DueReminder(
                event.reminders().get(0).id(), event.id(), owner, event.title(), START, HOUR, DUE));
  }

  @Test
  void purgesOnlyEventsThatEndedBeforeRetention() {
    Event old = event(HOUR);
    Instant later = START.plus(HOUR.multipliedBy(2));
    Event young = create(Drafts.event(owner, later, later.plus(HOUR)));

    assertThat(reminders.purge(START.plus(HOUR), 100)).isZero();
    assertThat(reminders.purge(START.plus(HOUR).plusMillis(1), 100)).isEqualTo(1);
    assertThat(events.get(owner, young.id()).join()).isEqualTo(young);
    assertThatThrownBy(() -> events.get(owner, old.id()).join())
        .hasCauseInstanceOf(EventNotFoundException.class);
  }

  @Test
  void purgeForgetsImportedEvents() {
    create(Drafts.imported(Drafts.event(owner, START, START.plus(HOUR), HOUR), "uid", "", 0));

    assertThat(reminders.purge(START.plus(HOUR).plusMillis(1), 100)).isEqualTo(1);

    assertThat(found("uid")).isEmpty();
  }

  @Test
  void forgetsImportedEventsDeletedBeforeRetention() {
    for (int i = 0; i < 3; i++) {
      Instant start = START.plus(HOUR.multipliedBy(i));
      Event event = Drafts.event(owner, start, start.plus(HOUR));
      create(Drafts.imported(event, "uid-" + i, "", 0));
      events.delete(owner, event.id(), Optional.empty(), START.plusSeconds(i));
    }

    assertThat(reminders.purgeDeleted(START, 100)).isZero();
    assertThat(reminders.purgeDeleted(START.plusSeconds(2), 1)).isEqualTo(1);
    assertThat(found("uid-0")).isEmpty();
    assertThat(reminders.purgeDeleted(START.plusSeconds(2), 100)).isEqualTo(1);
    assertThat(found("uid-1")).isEmpty();
    assertThat(found("uid-2")).hasSize(1);
  }

  private List<FoundComponent> found(String uid) {
    return events.find(owner, List.of(uid), Optional.empty(), 10);
  }
}
