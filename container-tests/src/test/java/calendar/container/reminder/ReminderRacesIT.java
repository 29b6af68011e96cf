package calendar.container.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.container.Deadlocks;
import calendar.container.Deployments;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.ReminderState;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schedulers and senders on the same reminders at the same time. */
@ExtendWith(ArquillianExtension.class)
class ReminderRacesIT extends OnReminderStorage {

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api().addClass(OnReminderStorage.class);
  }

  private void bookDueAtOnce(int count) {
    for (int i = 0; i < count; i++) {
      Instant start = START.plus(HOUR.multipliedBy(i));
      create(Drafts.event(owner, start, start.plus(HOUR), Duration.ofHours(i)));
    }
  }

  @Test
  void deliversEachOnceDuringMarks() throws Exception {
    long before = Deadlocks.counted(database);
    for (int round = 0; round < 20; round++) {
      removeAll();
      bookDueAtOnce(100);
      Claim claim = reminders.claim(START, 100, LEASE);
      List<UUID> ids = claim.reminders().stream().map(DueReminder::reminderId).toList();
      List<UUID> delivered = Collections.synchronizedList(new ArrayList<>());
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(() -> deliverInHalves(ids, delivered)));
      }
      all.add(threads.submit(() -> reminders.markPublished(claim.id(), ids, LATER)));
      for (Future<?> one : all) {
        one.get();
      }

      assertThat(delivered).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(countIn(ReminderState.DELIVERED)).isEqualTo(ids.size());
    }
    assertThat(Deadlocks.counted(database) - before)
        .as("deadlocks that PostgreSQL counted")
        .isZero();
  }

  private void deliverInHalves(List<UUID> ids, List<UUID> delivered) {
    List<UUID> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled);
    int half = ids.size() / 2;
    reminders.deliver(shuffled.subList(0, half), START, delivered::addAll);
    reminders.deliver(shuffled.subList(half, ids.size()), START, delivered::addAll);
  }

  @Test
  void changesEventsDuringDeliveries() throws Exception {
    long before = Deadlocks.counted(database);
    for (int round = 0; round < 20; round++) {
      removeAll();
      List<Event> booked = bookWithFiveReminders(50);
      List<UUID> ids =
          reminders.claim(START, 250, LEASE).reminders().stream()
              .map(DueReminder::reminderId)
              .toList();
      List<UUID> delivered = Collections.synchronizedList(new ArrayList<>());
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(threads.submit(() -> deliverInHalves(ids, delivered)));
      }
      Instant tenEnded = booked.get(10).startTime();
      all.add(threads.submit(() -> reminders.purge(tenEnded, 10)));
      all.add(threads.submit(() -> booked.subList(10, 30).forEach(this::delete)));
      all.add(threads.submit(() -> booked.subList(30, 50).forEach(this::moveHalfAnHour)));
      for (Future<?> one : all) {
        one.get();
      }

      assertThat(delivered).doesNotHaveDuplicates().isSubsetOf(ids);
      assertThat(countIn(ReminderState.SCHEDULED)).as("of those moved").isEqualTo(20 * 5);
      assertThat(countIn(ReminderState.DELIVERED)).as("of those purged or deleted").isZero();
    }
    assertThat(Deadlocks.counted(database) - before)
        .as("deadlocks that PostgreSQL counted")
        .isZero();
  }

  /** The ids ascend, and the index of an event's reminders descends. */
  private List<Event> bookWithFiveReminders(int count) {
    List<Event> booked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant start = START.plus(HOUR.multipliedBy(i));
      Duration least = HOUR.multipliedBy(i);
      Duration[] remindBefore = new Duration[5];
      Arrays.setAll(remindBefore, j -> least.plusMinutes(5 - j));
      booked.add(create(Drafts.event(owner, start, start.plus(HOUR.dividedBy(2)), remindBefore)));
    }
    return booked;
  }

  private void delete(Event event) {
    events.delete(owner, event.id(), Optional.empty(), Drafts.NOW);
  }

  private void moveHalfAnHour(Event event) {
    Instant start = event.startTime().plus(HOUR.dividedBy(2));
    events.update(
        owner,
        event.id(),
        Optional.empty(),
        present -> Drafts.moved(present, start, start.plus(HOUR.dividedBy(2))));
  }

  private long countIn(ReminderState state) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("SELECT count(*) FROM reminders WHERE state = ?")) {
      statement.setString(1, state.name());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
