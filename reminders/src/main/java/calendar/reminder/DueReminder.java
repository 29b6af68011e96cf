package calendar.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder whose time has come, with all that its message says.
 *
 * @param reminderId the id of the message too, so that a repeat can be told
 * @param title the event's title
 * @param startTime when the event begins
 * @param remindBefore how long before its start the owner wanted to be reminded
 * @param remindTime when the reminder was due
 */
public record DueReminder(
    UUID reminderId,
    UUID eventId,
    String ownerId,
    String title,
    Instant startTime,
    Duration remindBefore,
    Instant remindTime) {}
