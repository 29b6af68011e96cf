package calendar.sender;

import calendar.reminder.MalformedMessageException;
import calendar.reminder.QueuedMessage;
import calendar.reminder.ReminderMessage;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A batch of messages, read.
 *
 * @param reminders by id, in the order in which they came
 * @param malformed what is none, and why
 * @param repeats how many messages say what another in here says
 */
record Inbox(
    Map<UUID, ReceivedReminder> reminders, Map<QueuedMessage, String> malformed, int repeats) {

  /** A reminder, and the message that it came in. */
  record ReceivedReminder(ReminderMessage reminder, QueuedMessage message) {}

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
