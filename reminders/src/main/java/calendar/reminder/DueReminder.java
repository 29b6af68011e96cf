package calendar.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder that is due, with the content of its message.
 *
 * @param reminderId also the id of the message, so that receivers can detect a repeat
 * @param title the event's title
 * @param startTime when the event starts
 * @param remindBefore how long before the start the owner wants the reminder
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
