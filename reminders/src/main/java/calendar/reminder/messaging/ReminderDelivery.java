package calendar.reminder.messaging;

import java.util.List;

/** Delivers reminders to their owners. Safe for use by any number of threads. */
public interface ReminderDelivery {

  /**
   * Delivers reminders in the given order. Returns when none of them can be lost.
   *
   * @throws DeliveryException if at least one was not delivered; the caller then repeats all of
   *     them, one by one
   */
  void deliver(List<ReminderMessage> reminders);
}
