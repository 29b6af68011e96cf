package calendar.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, in the order of starts.
 *
 * @param next where the next page begins: after this start; empty when there is nothing more
 */
public record EventPage(List<Event> events, Optional<Instant> next) {}
