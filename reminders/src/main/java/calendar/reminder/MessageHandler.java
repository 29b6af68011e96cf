package calendar.reminder;

import java.util.List;
import java.util.Map;

/** What a sender does with the messages of the queue. Safe for use by any number of threads. */
@FunctionalInterface
public interface MessageHandler {

  /**
   * Deals with messages for good: those that it returns go to the dead letters, the others are
   * done. If it throws, none is done, and the same messages are handed in again a little later.
   *
   * @param messages in the order in which they came
   * @return why a message can never be delivered, by message
   */
  Map<QueuedMessage, String> handle(List<QueuedMessage> messages);
}
