package calendar.reminder.messaging;

import java.util.List;
import java.util.Map;

/** Handles the messages of the queue. Safe for use by any number of threads. */
@FunctionalInterface
public interface MessageHandler {

  /**
   * Handles a batch of messages. The messages that it returns go to the dead letters; the others
   * are acknowledged. If it throws, the caller passes the same messages again a little later.
   *
   * @param messages in the order of arrival
   * @return the dead messages, each with the reason why it can never be delivered
   */
  Map<QueuedMessage, String> handle(List<QueuedMessage> messages);
}
