package calendar.container.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.container.Deadlocks;
import calendar.container.Deployments;
import calendar.event.Drafts;
import calendar.event.Event;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A transaction that removes an event's reminders waits for the first one without holding a later
 * one. Otherwise it could deadlock with a sender that holds the first and waits for a later one. In
 * these tests ids ascend against the order of the index by event.
 *
 * <p>If another transaction causes a deadlock all the same, the removal is retried.
 */
@ExtendWith(ArquillianExtension.class)
class ReminderLocksIT extends OnReminderStorage {
  private static final String WAITERS = "SELECT gen_random_uuid() FROM pg_locks WHERE NOT granted";

  private static final Instant END = START.plus(HOUR);

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api().addClass(OnReminderStorage.class);
  }

  @Test
  void deletionLocksRemindersInIdOrder() throws Exception {
    Event event = event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    holdsNothingWhileWaiting(() -> events.delete(owner, event.id(), Optional.empty(), Drafts.NOW));

    assertThat(ids()).isEmpty();
  }

  @Test
  void moveLocksRemindersInIdOrder() throws Exception {
    Event event = event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    List<UUID> before = ids();
    holdsNothingWhileWaiting(() -> moveToEnd(event));

    assertThat(ids()).hasSize(3).doesNotContainAnyElementsOf(before);
  }

  @Test
  void purgeLocksRemindersInIdOrder() throws Exception {
    event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    create(Drafts.event(owner, END, END.plus(HOUR), HOUR.multipliedBy(2), HOUR));
    holdsNothingWhileWaiting(() -> reminders.purge(END.plus(HOUR).plusSeconds(1), 10));

    assertThat(ids()).isEmpty();
  }

  @Test
  void deletionRetriesAfterDeadlock() throws Exception {
    Event event = event(HOUR);
    retriesAfterOneDeadlock(
        event, () -> events.delete(owner, event.id(), Optional.empty(), Drafts.NOW));

    assertThat(ids()).isEmpty();
  }

  @Test
  void moveRetriesAfterDeadlock() throws Exception {
    Event event = event(HOUR);
    List<UUID> before = ids();
    retriesAfterOneDeadlock(event, () -> moveToEnd(event));

    assertThat(events.get(owner, event.id()).join())
        .as("moved once")
        .returns(END, Event::startTime)
        .returns(event.version() + 1, Event::version);
    assertThat(ids()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  private void moveToEnd(Event event) {
    events.update(owner, event.id(), Optional.empty(), e -> Drafts.moved(e, END, END.plus(HOUR)));
  }

  private void retriesAfterOneDeadlock(Event event, Runnable removal) throws Exception {
    long before = Deadlocks.counted(database);
    Future<?> remover;
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try {
        winsDeadlocks(other);
        read(other, "SELECT id FROM reminders WHERE event_id = '%s' FOR UPDATE", event.id());
        remover = threads.submit(removal);
        closeDeadlockWithWaiter(other, event.id());
      } finally {
        other.rollback();
        other.setAutoCommit(true);
      }
    }

    assertThat(remover).succeedsWithin(Duration.ofSeconds(30));
    awaitDeadlocks(before + 1);
  }

  /** PostgreSQL aborts the transaction whose wait first exceeds its {@code deadlock_timeout}. */
  private static void winsDeadlocks(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL deadlock_timeout = '10min'");
    }
  }

  /**
   * A waiting transaction looks for a deadlock once, after its timeout. So one statement sees it
   * wait and closes the deadlock, without a round trip to the test in between.
   */
  private static void closeDeadlockWithWaiter(Connection connection, UUID eventId)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$
          DECLARE looks int := 0;
          BEGIN
            WHILE NOT EXISTS (SELECT FROM pg_locks WHERE NOT granted) LOOP
              looks := looks + 1;
              ASSERT looks < 3000, 'the remover should have had to wait';
              PERFORM pg_sleep(0.01);
            END LOOP;
            PERFORM FROM events WHERE id = '%s' FOR UPDATE;
          END $$"""
              .formatted(eventId));
    }
  }

  /** PostgreSQL updates its count late, and other tests compare counts. */
  private void awaitDeadlocks(long count) throws Exception {
    await("the count of the deadlock")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Deadlocks.counted(database) >= count);
  }

  private void holdsNothingWhileWaiting(Runnable removal) throws Exception {
    List<UUID> ids = ids();
    Future<?> remover;
    try (Connection sender = database.getConnection()) {
      sender.setAutoCommit(false);
      try {
        read(sender, "SELECT id FROM reminders WHERE id = '%s' FOR UPDATE", ids.get(0));
        remover = threads.submit(removal);
        awaitWaiter(sender);

        assertThat(read(sender, "SELECT id FROM reminders FOR UPDATE SKIP LOCKED"))
            .as("reminders that no other transaction holds")
            .containsExactlyInAnyOrderElementsOf(ids);
      } finally {
        sender.rollback();
        sender.setAutoCommit(true);
      }
    }
    assertThat(remover).succeedsWithin(Duration.ofSeconds(30));
  }

  private static void awaitWaiter(Connection connection) throws Exception {
    await("a lock that the remover waits for")
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !read(connection, WAITERS).isEmpty());
  }

  private List<UUID> ids() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return read(connection, "SELECT id FROM reminders ORDER BY id");
    }
  }

  private static List<UUID> read(Connection connection, String query, Object... details)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query.formatted(details))) {
      List<UUID> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    }
  }
}
