package calendar.reminder.amqp;

import calendar.reminder.messaging.MessageHandler;
import calendar.reminder.messaging.QueuedMessage;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Messages of one channel that are handled together. Not thread safe. */
final class Batch {
  private static final boolean ALL_UP_TO_IT = true;
  private static final boolean ONLY_IT = false;

  private final Channel channel;
  private final List<Arrival> arrivals;
  private final Map<Arrival, String> dead = new IdentityHashMap<>();

  /** Retries a step of the work on a batch. */
  interface RetryingStep {
    /**
     * Runs a step until it succeeds.
     *
     * @return false if it cannot succeed any more, because the consumer or the channel was closed
     */
    boolean retryUntilDone(Channel channel, Runnable step) throws InterruptedException;
  }

  /**
   * @param arrivals all messages since the last batch, in the order of arrival
   */
  Batch(Channel channel, List<Arrival> arrivals) {
    this.channel = channel;
    this.arrivals = arrivals;
  }

  /**
   * Handles the messages, moves dead ones to the dead letters, and acknowledges. The broker
   * delivers a message again if it was not acknowledged.
   */
  void finish(MessageHandler handler, DeadLetters deadLetters, RetryingStep retrying)
      throws IOException, InterruptedException {
    if (!retrying.retryUntilDone(channel, () -> handle(handler))) {
      return;
    }
    if (dead.isEmpty()) {
      channel.basicAck(arrivals.get(arrivals.size() - 1).tag(), ALL_UP_TO_IT);
      return;
    }
    for (Arrival arrival : arrivals) {
      if (!dead.containsKey(arrival)) {
        channel.basicAck(arrival.tag(), ONLY_IT);
      }
    }
    if (retrying.retryUntilDone(channel, () -> deadLetters.add(dead))) {
      for (Arrival letter : dead.keySet()) {
        channel.basicAck(letter.tag(), ONLY_IT);
      }
    }
  }

  private void handle(MessageHandler handler) {
    List<QueuedMessage> messages = arrivals.stream().map(Arrival::message).toList();
    Map<QueuedMessage, String> reasons = handler.handle(messages);
    for (Arrival arrival : arrivals) {
      if (reasons.containsKey(arrival.message())) {
        dead.put(arrival, reasons.get(arrival.message()));
      }
    }
  }
}
