package calendar.error;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A time that is taken.
 *
 * @param start the start of the wanted time
 * @param end the end of the wanted time
 * @param eventId the earliest event in the way
 * @param eventStart the start of that event
 * @param eventEnd the end of that event
 */
public record Conflict(
    Instant start, Instant end, UUID eventId, Instant eventStart, Instant eventEnd)
    implements Serializable {}
