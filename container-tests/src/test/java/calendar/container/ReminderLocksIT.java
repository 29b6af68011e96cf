package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Whoever removes an event's reminders waits for the first one without holding a later one. A
 * sender that has the first and wants a later one would wait in a circle otherwise. Ids ascend in
 * the order in which the reminders are given here, and so against that of the index by event.
 *
 * <p>Where somebody else causes a circle all the same, the removal is done again.
 */
@ExtendWith(ArquillianExtension.class)
class ReminderLocksIT extends OnReminderStorage {
  private static final Instant END = START.plus(HOUR);

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api().addClass(OnReminderStorage.class);
  }

  @Test
  void whoDeletesAnEventLocksItsRemindersInTheOrderOfIds() throws Exception {
    Event event = event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    holdsNothingWhileItWaits(() -> events.delete(owner, event.id(), Optional.empty(), Drafts.NOW));

    assertThat(ids()).isEmpty();
  }

  @Test
  void whoMovesAnEventLocksItsRemindersInTheOrderOfIds() throws Exception {
    Event event = event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    List<UUID> before = ids();
    holdsNothingWhileItWaits(() -> moveToEnd(event));

    assertThat(ids()).hasSize(3).doesNotContainAnyElementsOf(before);
  }

  @Test
  void whoPurgesEventsLocksTheirRemindersInTheOrderOfIds() throws Exception {
    event(HOUR.multipliedBy(3), HOUR.multipliedBy(2), HOUR);
    create(Drafts.event(owner, END, END.plus(HOUR), HOUR.multipliedBy(2), HOUR));
    holdsNothingWhileItWaits(() -> reminders.purge(END.plus(HOUR).plusSeconds(1), 10));

    assertThat(ids()).isEmpty();
  }

  @Test
  void whoDeletesAnEventAndIsEndedByPostgresTriesAgain() throws Exception {
    Event event = event(HOUR);
    isEndedByPostgresOnce(
        event, () -> events.delete(owner, event.id(), Optional.empty(), Drafts.NOW));

    assertThat(ids()).isEmpty();
  }

  @Test
  void whoMovesAnEventAndIsEndedByPostgresTriesAgain() throws Exception {
    Event event = event(HOUR);
    List<UUID> before = ids();
    isEndedByPostgresOnce(event, () -> moveToEnd(event));

    assertThat(events.get(owner, event.id()).join())
        .as("moved once")
        .returns(END, Event::startTime)
        .returns(event.version() + 1, Event::version);
    assertThat(ids()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  private void moveToEnd(Event event) {
    events.update(owner, event.id(), Optional.empty(), e -> Drafts.moved(e, END, END.plus(HOUR)));
  }

  private void isEndedByPostgresOnce(Event event, Runnable removal) throws Exception {
    long before = Deadlocks.counted(database);
    Future<?> remover;
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      try {
        neverEndedByPostgres(other);
        read(other, "SELECT id FROM reminders WHERE event_id = '%s' FOR UPDATE", event.id());
        remover = threads.submit(removal);
        closeCircleWithTheOneThatWaits(other, event.id());
      } finally {
        other.rollback();
        other.setAutoCommit(true);
      }
    }

    assertThat(remover).succeedsWithin(Duration.ofSeconds(30));
    awaitDeadlocks(before + 1);
  }

  /** PostgreSQL ends the first whose wait has lasted for its {@code deadlock_timeout}. */
  private static void neverEndedByPostgres(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL deadlock_timeout = '10min'");
    }
  }

  /**
   * Who has waited for the timeout looks for a circle once, and is ended if there is one. So it
   * closes before that, without the test between the two steps.
   */
  private static void closeCircleWithTheOneThatWaits(Connection connection, UUID eventId)
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

  /** Counts come late, and others compare them. */
  private void awaitDeadlocks(long count) throws Exception {
    Instant limit = Instant.now().plusSeconds(20);
    while (Deadlocks.counted(database) < count) {
      assertThat(Instant.now()).as("when the deadlock should be counted").isBefore(limit);
      Thread.sleep(50);
    }
  }

  private void holdsNothingWhileItWaits(Runnable removal) throws Exception {
    List<UUID> ids = ids();
    Future<?> remover;
    try (Connection sender = database.getConnection()) {
      sender.setAutoCommit(false);
      try {
        read(sender, "SELECT id FROM reminders WHERE id = '%s' FOR UPDATE", ids.get(0));
        remover = threads.submit(removal);
        awaitOneThatWaits(sender);

        assertThat(read(sender, "SELECT id FROM reminders FOR UPDATE SKIP LOCKED"))
            .as("reminders that nobody else holds")
            .containsExactlyInAnyOrderElementsOf(ids);
      } finally {
        sender.rollback();
        sender.setAutoCommit(true);
      }
    }
    assertThat(remover).succeedsWithin(Duration.ofSeconds(30));
  }

  private static void awaitOneThatWaits(Connection connection) throws Exception {
    Instant limit = Instant.now().plusSeconds(30);
    while (read(connection, "SELECT gen_random_uuid() FROM pg_locks WHERE NOT granted").isEmpty()) {
      assertThat(Instant.now()).as("when the remover should have had to wait").isBefore(limit);
      Thread.sleep(10);
    }
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
