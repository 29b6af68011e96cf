package calendar.container.reminder;

import calendar.api.Configured;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventStorage;
import calendar.reminder.Claim;
import calendar.reminder.Reminder;
import calendar.reminder.ReminderStorage;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/**
 * Reminders of events that the storage of events has created. Removes what other tests left first,
 * because a claim takes whatever is due.
 */
abstract class OnReminderStorage {
  static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final Instant DUE = START.minus(HOUR);
  static final Duration LEASE = Duration.ofMinutes(10);
  static final Duration NO_LEASE = Duration.ofNanos(-1_000);
  static final Duration LATER = Duration.ofMinutes(5);

  final String owner = Drafts.newOwner();

  @Inject ReminderStorage reminders;
  @Inject @Configured EventStorage events;

  @Resource(lookup = "jdbc/calendar")
  DataSource database;

  @BeforeEach
  void removeAll() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      // A scheduler that is deployed would book them further.
      statement.execute("DELETE FROM series");
      statement.execute("DELETE FROM events");
      statement.execute("DELETE FROM deleted_components");
    }
  }

  Event event(Duration... remindBefore) {
    return create(Drafts.event(owner, START, START.plus(HOUR), remindBefore));
  }

  Event create(Event event) {
    return events.create(event, Optional.empty()).toCompletableFuture().join().event();
  }

  Reminder reminder(Event event) {
    return events.get(owner, event.id()).join().reminders().get(0);
  }

  Claim claim() {
    return reminders.claim(DUE, 100, LEASE);
  }
}
