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
 * Publishes messages on a channel of its own and waits for the broker's confirms, many in flight at
 * once. It can be used again once all messages of a batch have their answers. If some have not, its
 * channel is closed, and an answer that comes too late goes with it: none is taken for another's.
 *
 * <p>For one thread at a time.
 */
final class ConfirmedPublisher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConfirmedPublisher.class.getName());
  private static final int LARGEST_FLIGHT = 500;

  /** As many as are sent together: some 25 KB of reminders. */
  private static final int LARGEST_GROUP = 64;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final boolean MANDATORY = true;

  private final Channel channel;
  private volatile PublicationLedger ledger = new PublicationLedger();

  /**
   * Opens the channel.
   *
   * @throws IOException if there is none to be had
   */
  ConfirmedPublisher(Connection connection) throws IOException {
    channel = connection.createChannel();
    if (channel == null) {
      throw new IOException("no channel is free");
    }
    channel.addReturnListener(back -> ledger.returned(back.getProperties().getMessageId()));
    channel.addConfirmListener(
        (number, multiple) -> ledger.acknowledged(number, multiple),
        (number, multiple) -> ledger.refused(number, multiple));
    channel.addShutdownListener(signal -> ledger.broken());
    channel.confirmSelect();
  }

  /** Whether it can publish. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** Sends a batch, or as much of it as the broker takes. {@link #taken} ends it. */
  void send(List<Publication> publications) {
    ledger = new PublicationLedger();
    try {
      for (int from = 0; from < publications.size(); from += LARGEST_GROUP) {
        int to = Math.min(from + LARGEST_GROUP, publications.size());
        if (!ledger.awaitFewerThan(LARGEST_FLIGHT + 1 - (to - from), PATIENCE)) {
          close();
          return;
        }
        sendTogether(publications.subList(from, to));
      }
    } catch (IOException | ShutdownSignalException lost) {
      LOG.log(Level.FINE, "the connection broke amid a batch", lost);
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

  /** Waits for the answers, and returns those messages that the broker has surely taken. */
  List<Publication> taken() {
    try {
      if (!ledger.awaitFewerThan(1, PATIENCE)) {
        close();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      close();
    }
    return ledger.taken();
  }

  /** Closes the channel without a word, whatever state it is in: no answer will come any more. */
  @Override
  public void close() {
    try {
      channel.abort();
    } catch (IOException lost) {
      LOG.log(Level.FINE, "the channel was lost before it was closed", lost);
    }
    ledger.broken();
  }
}
