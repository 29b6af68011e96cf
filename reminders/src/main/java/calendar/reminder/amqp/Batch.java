package calendar.reminder.amqp;

import calendar.reminder.MessageHandler;
import calendar.reminder.QueuedMessage;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Messages of one channel that are dealt with together. */
final class Batch {
  private static final boolean ALL_UP_TO_IT = true;
  private static final boolean IT_ALONE = false;

  private final Channel channel;
  private final List<Arrival> arrivals;
  private final Map<Arrival, String> dead = new IdentityHashMap<>();

  /** Takes a step until it succeeds, or says that there is no point any more. */
  interface Insistence {
    boolean on(Channel channel, Runnable step) throws InterruptedException;
  }

  /**
   * @param arrivals all that came since the last batch, in their order
   */
  Batch(Channel channel, List<Arrival> arrivals) {
    this.channel = channel;
    this.arrivals = arrivals;
  }

  /**
   * Has the messages handled, puts the dead ones aside, and acknowledges what is done. What is not
   * acknowledged comes again.
   */
  void finish(MessageHandler handler, DeadLetters deadLetters, Insistence insist)
      throws IOException, InterruptedException {
    if (!insist.on(channel, () -> handle(handler))) {
      return;
    }
    if (dead.isEmpty()) {
      channel.basicAck(arrivals.get(arrivals.size() - 1).tag(), ALL_UP_TO_IT);
      return;
    }
    for (Arrival arrival : arrivals) {
      if (!dead.containsKey(arrival)) {
        channel.basicAck(arrival.tag(), IT_ALONE);
      }
    }
    if (insist.on(channel, () -> deadLetters.add(dead))) {
      for (Arrival letter : dead.keySet()) {
        channel.basicAck(letter.tag(), IT_ALONE);
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
