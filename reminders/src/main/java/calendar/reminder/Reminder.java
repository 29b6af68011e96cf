package calendar.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to an owner before an event, delivered at least once.
 *
 * @param id a UUIDv7; also the id of the message, so that receivers can detect a repeat
 * @param remindBefore how long before the event's start, in whole microseconds
 * @param remindTime when it is due: the event's start minus {@code remindBefore}
 * @param state its place in the life cycle
 * @param deliverTime when it was delivered; empty unless it is DELIVERED
 */
public record Reminder(
    UUID id,
    Duration remindBefore,
    Instant remindTime,
    ReminderState state,
    Optional<Instant> deliverTime) {

  /** Creates a reminder of an event that starts at the given time. */
  public static Reminder schedule(Duration remindBefore, Instant eventStart) {
    return new Reminder(
        UuidCreator.getTimeOrderedEpoch(),
        remindBefore,
        eventStart.minus(remindBefore),
        ReminderState.SCHEDULED,
        Optional.empty());
  }
}
