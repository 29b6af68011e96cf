package calendar.reminder.amqp;

import calendar.reminder.amqp.connection.GatheringSockets;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes messages on its own channel and waits for the broker's confirms. Up to 500 messages may
 * be unanswered at a time. Can be reused if every message of the batch got its answer. Otherwise it
 * closes its channel, so that a late answer is never mistaken for the answer to another message.
 *
 * <p>For one thread at a time.
 */
final class ConfirmedPublisher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConfirmedPublisher.class.getName());
  private static final int MOST_UNANSWERED = 500;

  /** Messages that are sent together: about 25 KB of reminders. */
  private static final int LARGEST_GROUP = 64;

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final boolean MANDATORY = true;

  private final Channel channel;
  private volatile PublicationLedger ledger = new PublicationLedger();

  /**
   * Opens the channel.
   *
   * @throws IOException if the connection has no free channel
   */
  ConfirmedPublisher(Connection connection) throws IOException {
    channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("no channel is free");
    }
    channel.addReturnListener(back -> ledger.returned(back.getProperties().getMessageId()));
    channel.addConfirmListener(
        (number, multiple) -> ledger.acknowledged(number, multiple),
        (number, multiple) -> ledger.rejected(number, multiple));
    channel.addShutdownListener(signal -> ledger.broken());
    channel.confirmSelect();
  }

  /** Returns true if it can publish. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Sends a batch, or as much of it as the broker accepts. End it with {@link #awaitConfirmed}. */
  void send(List<Publication> publications) {
    ledger = new PublicationLedger();
    try {
      for (int from = 0; from < publications.size(); from += LARGEST_GROUP) {
        int to = Math.min(from + LARGEST_GROUP, publications.size());
        if (!ledger.awaitFewerThan(MOST_UNANSWERED + 1 - (to - from), ANSWER_TIMEOUT)) {
          close();
          return;
        }
        sendTogether(publications.subList(from, to));
      }
    } catch (IOException | ShutdownSignalException lost) {
      LOG.log(Level.FINE, "The connection broke during a batch", lost);
      close();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  private void sendTogether(List<Publication> group) throws IOException {
    int last = group.size() - 1;
    GatheringSockets.gather(
        () -> {
          for (Publication publication : group.subList(0, last)) {
            send(publication);
          }
        });
    send(group.get(last));
  }

  private void send(Publication publication) throws IOException {
    ledger.sending(channel.getNextPublishSeqNo(), publication);
    channel.basicPublish(
        publication.exchange(),
        publication.routingKey(),
        MANDATORY,
        publication.properties(),
        publication.body());
  }

  /**
   * Blocks until the broker has answered or has been silent for ten seconds. Closes the channel in
   * the latter case.
   *
   * @return the messages that the broker has confirmed
   */
  List<Publication> awaitConfirmed() {
    try {
      if (!ledger.awaitFewerThan(1, ANSWER_TIMEOUT)) {
        close();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      close();
    }
    return ledger.confirmed();
  }

  /** Closes the channel in any state; throws nothing. No more answers arrive. */
  @Override
  public void close() {
    try {
      channel.abort();
    } catch (IOException lost) {
      LOG.log(Level.FINE, "The channel was lost before it was closed", lost);
    }
    ledger.broken();
  }
}
