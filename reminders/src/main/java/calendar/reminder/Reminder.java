package calendar.reminder;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to an owner ahead of an event, delivered at least once.
 *
 * @param id a UUIDv7; the message carries it, so that a repeat can be told
 * @param remindBefore how long before the event's start, in whole microseconds
 * @param remindTime when it is due: the event's start less {@code remindBefore}
 * @param state where it stands
 * @param deliverTime when it was delivered, once it was
 */
public record Reminder(
    UUID id,
    Duration remindBefore,
    Instant remindTime,
    ReminderState state,
    Optional<Instant> deliverTime) {

  /** A new reminder of an event that starts at the given time. */
  public static Reminder schedule(Duration remindBefore, Instant eventStart) {
    return new Reminder(
        UuidCreator.getTimeOrderedEpoch(),
        remindBefore,
        eventStart.minus(remindBefore),
        ReminderState.SCHEDULED,
        Optional.empty());
  }
}
