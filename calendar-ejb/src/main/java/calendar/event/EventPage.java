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
   * The first page of what {@link EventStorage#list} found. Where there are more events than it
   * holds, or may be, the last one found is not part of it.
   *
   * @param events found with a limit of one more than the page holds
   * @param size how many it holds at most
   */
  static EventPage of(List<Event> events, int size) {
    if (events.size() <= size && !EventTexts.fill(events)) {
      return new EventPage(events, Optional.empty());
    }
    List<Event> page = events.subList(0, events.size() - 1);
    return new EventPage(page, Optional.of(page.get(page.size() - 1).startTime()));
  }
}
