package calendar.client.ics;

/**
 * A component that cannot be booked.
 *
 * @param name such as {@code VEVENT}
 * @param reason one line for people
 */
public record SkippedComponent(String name, String uid, int line, String reason)
    implements IcsComponent {}
