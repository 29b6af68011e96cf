package calendar.faults;

import calendar.config.Key;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import calendar.local.stack.StackOptions;
import java.sql.SQLException;
import java.util.Map;

/**
 * The system with a scheduler, a sender, PostgreSQL and RabbitMQ, started for one test.
 *
 * <p>Batches are small, so that a kill meets every step of the work. Leases are short, so that what
 * a killed scheduler held is soon due again. Nothing is published again for being late: that would
 * hide a loss.
 */
final class ReminderSystem implements AutoCloseable {
  private static final Map<String, String> CONFIGURATION =
      Map.of(
          Key.SCHEDULER_PERIOD.environmentVariable(), "200ms",
          Key.SCHEDULER_BATCH_SIZE.environmentVariable(), "50",
          Key.SCHEDULER_LEASE.environmentVariable(), "5s",
          Key.SCHEDULER_REPUBLISH_AFTER.environmentVariable(), "1h",
          Key.SENDER_PREFETCH.environmentVariable(), Integer.toString(FaultsIT.PREFETCH));

  private final PrintedLines printed = new PrintedLines();
  private final LocalStack stack;

  private ReminderSystem(BrokerKind broker) {
    this.stack =
        LocalStack.start(
            StackOptions.temporary()
                .withBroker(broker)
                .withEnvironment(CONFIGURATION)
                .withQuickStarts()
                .withReminderLines(printed::saw));
  }

  static ReminderSystem start(BrokerKind broker) {
    return new ReminderSystem(broker);
  }

  Burst due(int count) throws SQLException {
    return Burst.of(count, new ReminderTable(database().access()), printed);
  }

  ServiceProcess scheduler() {
    return stack.schedulers().get(0);
  }

  /** Starts a scheduler more; whoever asks for it closes it. */
  ServiceProcess startScheduler() {
    return stack.startScheduler();
  }

  /** What the sender prints. */
  PrintedLines printed() {
    return printed;
  }

  ServiceProcess sender() {
    return stack.senders().get(0);
  }

  OwnBroker broker() {
    return stack.ownBroker().orElseThrow();
  }

  EmbeddedDatabase database() {
    return stack.embeddedDatabase().orElseThrow();
  }

  @Override
  public void close() {
    stack.close();
  }
}
