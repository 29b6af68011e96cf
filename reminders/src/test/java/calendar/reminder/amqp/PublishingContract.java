package calendar.reminder.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.local.broker.BrokerKind;
import calendar.reminder.DueReminder;
import calendar.reminder.amqp.connection.Topology;
import calendar.reminder.messaging.Publishing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How publishing works on every supported broker. */
abstract class PublishingContract extends OnBroker {
  /** Less than the timeout for a silent broker. */
  private static final Duration AT_ONCE = Duration.ofSeconds(8);

  /** The delivery mode of AMQP 0-9-1 that survives a restart. */
  static final int PERSISTENT = 2;

  PublishingContract(BrokerKind kind) {
    super(kind);
  }

  /** Otherwise a restart of the broker loses confirmed messages. */
  @Test
  void publishesPersistentMessages() throws Exception {
    assertThat(queue.publish(reminders(1)).awaitConfirmed()).hasSize(1);

    assertThat(probe.take(Topology.QUEUE).getProps().getDeliveryMode()).isEqualTo(PERSISTENT);
  }

  @Test
  void publishesSeveralBatchesAtOnce() {
    List<DueReminder> first = reminders(700);
    List<DueReminder> second = reminders(700);

    Publishing one = queue.publish(first);
    Publishing other = queue.publish(second);

    assertThat(other.awaitConfirmed()).isEqualTo(ids(second));
    assertThat(one.awaitConfirmed()).isEqualTo(ids(first));
    assertThat(queue.publish(first).awaitConfirmed()).as("on a used channel").isEqualTo(ids(first));
  }

  @Test
  void rejectedBatchLeavesOtherBatchItsAnswers() throws Exception {
    assumeTrue(kind != BrokerKind.QPID, "Qpid's queue is never full");
    queue.ping();
    for (int round = 0; round < 20; round++) {
      List<DueReminder> fitting = reminders(400);
      List<DueReminder> further = reminders(50);
      try (QueueProbe.FullQueue full = probe.leaveRoomFor(fitting.size())) {
        Publishing one = queue.publish(fitting);
        Publishing other = queue.publish(further);

        int confirmed = other.awaitConfirmed().size() + one.awaitConfirmed().size();

        assertThat(confirmed).as("round %d", round).isEqualTo(fitting.size());
        assertThat(full.size()).isEqualTo(fitting.size());
      }
      queue.ping();
    }
  }

  @Test
  void connectionLossEndsWaitForAnswers() {
    List<DueReminder> reminders = reminders(500);
    Publishing publishing = queue.publish(reminders);

    queue.close();

    assertTimeout(
        AT_ONCE, () -> assertThat(ids(reminders)).containsAll(publishing.awaitConfirmed()));
  }

  @Test
  void declaresDeletedQueueAgain() throws Exception {
    List<DueReminder> reminders = reminders(30);
    queue.ping();
    probe.remove();

    assertThat(queue.publish(reminders).awaitConfirmed()).isEmpty();
    assertThat(queue.publish(reminders).awaitConfirmed()).isEqualTo(ids(reminders));
  }
}
