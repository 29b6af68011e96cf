package calendar.reminder;

import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Computes the reminders of one event. */
public final class Reminders {
  private Reminders() {}

  /**
   * Returns the reminders of an event after a change. Keeps each reminder whose time and {@code
   * remindBefore} stay the same, in whatever state it is. The other reminders are new.
   *
   * @param present the event's reminders before the change; empty for a new event
   * @param remindBefore how long before the start the owner now wants reminders, without duplicates
   * @param eventStart when the event now starts
   * @return the reminders, ordered by time
   */
  public static List<Reminder> reschedule(
      List<Reminder> present, List<Duration> remindBefore, Instant eventStart) {
    return remindBefore.stream()
        .sorted(reverseOrder())
        .map(before -> keepOrSchedule(present, before, eventStart))
        .toList();
  }

  private static Reminder keepOrSchedule(
      List<Reminder> present, Duration remindBefore, Instant eventStart) {
    Instant remindTime = eventStart.minus(remindBefore);
    return present.stream()
        .filter(reminder -> reminder.remindBefore().equals(remindBefore))
        .filter(reminder -> reminder.remindTime().equals(remindTime))
        .findFirst()
        .orElseGet(() -> Reminder.schedule(remindBefore, eventStart));
  }
}
