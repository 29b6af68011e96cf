package calendar.sender;

import calendar.reminder.messaging.MalformedMessageException;
import calendar.reminder.messaging.QueuedMessage;
import calendar.reminder.messaging.ReminderMessage;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A batch of parsed messages.
 *
 * @param reminders by id, in the order of arrival
 * @param malformed the messages that are not reminders, with the reasons
 * @param repeats the number of messages whose reminder is in the batch already
 */
record Inbox(
    Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> malformed, int repeats) {

  /** A reminder and its message. */
  record ReceivedReminder(ReminderMessage reminder, QueuedMessage message) {}

  /** Parses messages; never throws. */
  static Inbox read(List<QueuedMessage> messages) {
    Map<UUID, ReceivedReminder> reminders = new LinkedHashMap<>();
    Map<QueuedMessage, String> malformed = new IdentityHashMap<>();
    for (QueuedMessage message : messages) {
      try {
        ReminderMessage reminder = ReminderMessage.parse(message.body());
        reminders.putIfAbsent(reminder.reminderId(), new ReceivedReminder(reminder, message));
      } catch (MalformedMessageException none) {
        malformed.put(message, none.getMessage());
      }
    }
    return new Inbox(reminders, malformed, messages.size() - reminders.size() - malformed.size());
  }
}
