package calendar.reminder;

import java.util.List;

/** How reminders reach their owners. Safe for use by any number of threads. */
public interface ReminderDelivery {

  /**
   * Delivers reminders, in their order, and returns once none of them can be lost any more.
   *
   * @throws DeliveryException if none of them was delivered; they are then tried one by one
   */
  void deliver(List<ReminderMessage> reminders);
}
