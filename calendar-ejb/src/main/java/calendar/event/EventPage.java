package calendar.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list, in the order of starts.
 *
 * @param next where the next page begins: after this start; empty when there is nothing more
 */
public record EventPage(List<Event> events, Optional<Instant> next) {

  /**
   * The first page of these.
   *
   * @param size how many it holds at most
   */
  static EventPage of(List<Event> events, int size) {
    if (events.size() <= size) {
      return new EventPage(events, Optional.empty());
    }
    List<Event> page = events.subList(0, size);
    return new EventPage(page, Optional.of(page.get(size - 1).startTime()));
  }
}
