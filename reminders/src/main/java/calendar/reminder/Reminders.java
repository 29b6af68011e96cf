package calendar.reminder;

import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The reminders of one event. */
public final class Reminders {
  private Reminders() {}

  /**
   * The reminders that an event has after a change. Those whose time and {@code remindBefore} stay
   * the same stay as they are, whatever their state; the others are new.
   *
   * @param present the event's reminders before the change; empty for a new event
   * @param remindBefore how long before its start the event shall now remind, without repeats
   * @param eventStart when the event now starts
   * @return in the order of their times
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
