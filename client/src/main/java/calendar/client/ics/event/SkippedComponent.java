package calendar.client.ics.event;

/**
 * A component that cannot be booked.
 *
 * @param name the name, such as {@code VEVENT}
 * @param reason the reason, one line for people
 */
public record SkippedComponent(String name, String uid, int line, String reason)
    implements IcsComponent {}
