package calendar.reminder.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes messages and waits for the broker's confirms, many in flight at once. Each batch has a
 * channel of its own: an answer that comes too late goes with it, and none is taken for another's.
 */
final class ConfirmedPublisher {
  private static final Logger LOG = Logger.getLogger(ConfirmedPublisher.class.getName());
  private static final int LARGEST_FLIGHT = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final boolean MANDATORY = true;

  private final PublicationLedger ledger = new PublicationLedger();

  private ConfirmedPublisher() {}

  /**
   * Publishes all, or as many as the broker takes.
   *
   * @return those that the broker has surely taken
   * @throws IOException if there is no channel to be had; nothing was published
   */
  static List<Publication> publish(Connection connection, List<Publication> publications)
      throws IOException {
    ConfirmedPublisher publisher = new ConfirmedPublisher();
    Channel channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("no channel is free");
    }
    try {
      publisher.listen(channel);
      publisher.publish(channel, publications);
    } finally {
      channel.abort();
    }
    return publisher.ledger.taken();
  }

  private void listen(Channel channel) throws IOException {
    channel.addReturnListener(back -> ledger.returned(back.getProperties().getMessageId()));
    channel.addConfirmListener(ledger::acknowledged, ledger::refused);
    channel.addShutdownListener(signal -> ledger.broken());
    channel.confirmSelect();
  }

  private void publish(Channel channel, List<Publication> publications) {
    try {
      for (Publication publication : publications) {
        if (!ledger.awaitFewerThan(LARGEST_FLIGHT, PATIENCE)) {
          return;
        }
        ledger.sending(channel.getNextPublishSeqNo(), publication);
        channel.basicPublish(
            publication.exchange(),
            publication.routingKey(),
            MANDATORY,
            publication.properties(),
            publication.body());
      }
      ledger.awaitFewerThan(1, PATIENCE);
    } catch (IOException | ShutdownSignalException lost) {
      LOG.log(Level.FINE, "the connection broke amid a batch", lost);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
