package calendar.faults;

import calendar.local.stack.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Reminders that are due in one moment, watched until they are delivered. */
final class Burst {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(5);

  private final ReminderTable table;
  private final PrintedLines printed;
  private final String ownerPrefix = "owner-" + UUID.randomUUID() + "-";
  private final long begin;
  private final Set<UUID> reminders;

  private Burst(ReminderTable table, PrintedLines printed, int size) throws SQLException {
    this.table = table;
    this.printed = printed;
    this.reminders = table.book(ownerPrefix, size);
    this.begin = System.nanoTime();
  }

  /** Makes reminders that are due now. */
  static Burst of(int size, ReminderTable table, PrintedLines printed) throws SQLException {
    return new Burst(table, printed, size);
  }

  int size() {
    return reminders.size();
  }

  /** How many no scheduler has claimed yet. */
  int untouched() throws SQLException {
    return table.count(ownerPrefix, "SCHEDULED");
  }

  /** How many a scheduler holds. */
  int claimed() throws SQLException {
    return table.count(ownerPrefix, "CLAIMED");
  }

  /** How many are not marked delivered yet. */
  int undelivered() throws SQLException {
    return size() - delivered();
  }

  /** How many no sender has printed yet. */
  int unprinted() {
    return size() - printed.printed(reminders);
  }

  /** Returns once at least so many have been claimed, whatever became of them since. */
  void awaitClaimed(int count) {
    await(count + " claimed", () -> size() - untouched() >= count);
  }

  /** Returns once at least so many have been printed. */
  void awaitPrinted(int count) {
    await(count + " printed", () -> size() - unprinted() >= count);
  }

  /** Whether some are claimed that no sender settles: not one of them in a second. */
  boolean staysClaimed() throws SQLException {
    int held = claimed();
    while (held > 0 && becomeFewerThan(held)) {
      held = claimed();
    }
    return held > 0;
  }

  private boolean becomeFewerThan(int held) {
    try {
      Awaitility.await().pollInterval(POLL).atMost(ONE_SECOND).until(() -> claimed() < held);
      return true;
    } catch (ConditionTimeoutException theyStay) {
      return false;
    }
  }

  /**
   * Waits until all are delivered, at most two minutes. Then stops the sender, which has printed
   * every repeat that there was: what is in the queue by now has been handed to it when it prints a
   * reminder that came later, and what it has in hand it prints before it stops.
   */
  Tally drain(ServiceProcess sender) throws SQLException {
    try {
      await("all delivered", () -> unprinted() == 0 && delivered() == size());
    } catch (ConditionTimeoutException some) {
      // The tally reports what is missing.
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    new Burst(table, printed, 1).awaitPrinted(1);
    sender.stop();
    return new Tally(size(), delivered(), unprinted(), printed.repeats(reminders), seconds);
  }

  private int delivered() throws SQLException {
    return table.count(ownerPrefix, "DELIVERED");
  }

  /** While the database restarts, an answer is as good as a no. */
  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).pollInterval(POLL).atMost(PATIENCE).ignoreExceptions().until(condition);
  }
}
