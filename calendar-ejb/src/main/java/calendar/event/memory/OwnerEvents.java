package calendar.event.memory;

import calendar.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** One owner's events during a change that is made in one step. Only its caller may use it. */
public interface OwnerEvents {

  /** All events, in the order of a list. */
  List<Event> all();

  /** Removes events, and notes the components of imported ones as deleted. */
  void remove(Collection<Event> events, Instant now);

  /**
   * Adds events, or replaces those with the same ids. The caller has checked that no two busy
   * events overlap.
   */
  void put(Collection<Event> events);
}
