package calendar.reminder;

import java.util.List;

/** How reminders reach their owners. Safe for use by any number of threads. */
public interface ReminderDelivery {

  /**
   * Delivers reminders, in their order, and returns once none of them can be lost any more.
   *
   * @throws DeliveryException if not all of them were delivered; they are then tried one by one,
   *     those that were delivered again
   */
  void deliver(List<ReminderMessage> reminders);
}
