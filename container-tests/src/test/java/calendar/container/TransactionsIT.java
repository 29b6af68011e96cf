package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.api.Configured;
import calendar.error.EventNotFoundException;
import calendar.error.StorageUnavailableException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.reminder.Reminder;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commit and rollback of changes of events, and reads without a stale cache. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-12-01T11:00:00Z");

  private final String owner = Drafts.newOwner();

  @Inject @Configured private EventStorage storage;

  @Resource(lookup = "java:comp/UserTransaction")
  private UserTransaction callersTransaction;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Deployment
  static WebArchive deployment() {
    return Deployments.api();
  }

  private Event create(Event event) {
    return storage.create(event, Optional.empty()).toCompletableFuture().join().event();
  }

  private int execute(String sql, Object... parameters) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  @Test
  void neverPlansAScan() throws SQLException {
    assertThat(setting("enable_seqscan")).isEqualTo("off");
  }

  @Test
  void plansEachStatementOnce() throws SQLException {
    assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
  }

  private String setting(String name) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("SHOW " + name);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void readsLatestChangeOfOtherServer() throws SQLException {
    Event event = create(Drafts.event(owner, TEN, ELEVEN, Duration.ofHours(1)));
    storage.get(owner, event.id()).join();

    execute(
        "UPDATE events SET title = 'Changed by another server', version = 7 WHERE id = ?",
        event.id());
    execute("UPDATE reminders SET state = 'DELIVERED' WHERE event_id = ?", event.id());

    Event read = storage.get(owner, event.id()).join();
    assertThat(read.title()).isEqualTo("Changed by another server");
    assertThat(read.etag()).isEqualTo("7");
    assertThat(read.reminders()).extracting(r -> r.state().name()).containsExactly("DELIVERED");
    assertThat(storage.update(owner, event.id(), Optional.of("7"), e -> e).title())
        .isEqualTo("Changed by another server");
  }

  /** Java's old date classes use the Julian calendar before 1582-10-15. */
  @Test
  void movedEventGetsNewReminderTimes() throws SQLException {
    Event event = create(Drafts.event(owner, TEN, ELEVEN, Duration.ofDays(7)));
    Instant start = Instant.parse("1500-03-01T10:00:00Z");
    storage.update(
        owner, event.id(), Optional.empty(), e -> Drafts.moved(e, start, start.plusSeconds(60)));

    int due =
        execute(
            "UPDATE reminders SET attempts = attempts WHERE event_id = ?"
                + " AND remind_time = '1500-02-22 10:00:00Z' AND due_time = remind_time",
            event.id());
    assertThat(due).isEqualTo(1);
  }

  @Test
  void createRollsBackWhenRemindersFail() {
    Event other = create(Drafts.event(owner, ELEVEN, ELEVEN.plusSeconds(60), Duration.ZERO));
    Event event = Drafts.event(owner, TEN, ELEVEN, Duration.ZERO);
    Reminder wellTimed = event.reminders().get(0);
    Reminder taken =
        new Reminder(
            other.reminders().get(0).id(),
            wellTimed.remindBefore(),
            wellTimed.remindTime(),
            wellTimed.state(),
            wellTimed.deliverTime());
    Event withTakenReminderId = event.withReminders(List.of(taken));

    assertThatThrownBy(() -> create(withTakenReminderId))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StorageUnavailableException.class);

    assertThatThrownBy(() -> storage.get(owner, event.id()).join())
        .hasCauseInstanceOf(EventNotFoundException.class);
  }

  @Test
  void createSurvivesRollbackOfCaller() throws Exception {
    callersTransaction.begin();
    Event event = create(Drafts.event(owner, TEN, ELEVEN));
    assertThat(callersTransaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    callersTransaction.rollback();

    assertThat(storage.get(owner, event.id()).join()).isEqualTo(event);
  }

  @Test
  void rejectedChangeLeavesCallersTransactionActive() throws Exception {
    callersTransaction.begin();
    assertThatThrownBy(() -> storage.delete(owner, UUID.randomUUID(), Optional.empty(), Drafts.NOW))
        .isInstanceOf(EventNotFoundException.class);
    assertThat(callersTransaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    callersTransaction.commit();
  }

  @Test
  void servicesUserCannotChangeSchema() {
    for (String ddl : List.of("CREATE TABLE mine (id int)", "DROP TABLE events")) {
      assertThatThrownBy(() -> execute(ddl))
          .isInstanceOf(SQLException.class)
          .extracting(refusal -> ((SQLException) refusal).getSQLState())
          .isEqualTo("42501");
    }
  }
}
