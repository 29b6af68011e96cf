package calendar.event.memory;

import calendar.event.Event;
import java.util.Collection;
import java.util.List;

/** One owner's events during a change that is made in one step. Only its caller may use it. */
public interface OwnerEvents {

  /** All events, in the order of a list. */
  List<Event> all();

  /**
   * Removes events, then adds others; an event that is in both keeps its request id. The caller has
   * checked that no two busy events overlap.
   */
  void replace(Collection<Event> removed, Collection<Event> added);
}
