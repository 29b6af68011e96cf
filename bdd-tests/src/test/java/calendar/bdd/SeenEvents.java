package calendar.bdd;

import calendar.v1.Event;
import java.util.HashMap;
import java.util.Map;

/** Events as the scenario's client last saw them, by owner and the title they were booked with. */
public final class SeenEvents {
  private record Label(String ownerId, String title) {}

  private final Map<Label, Event> events = new HashMap<>();

  void saw(Event event) {
    saw(event.getTitle(), event);
  }

  /**
   * @param title the one that the event is known by in the scenario
   */
  void saw(String title, Event event) {
    events.put(new Label(event.getOwnerId(), title), event);
  }

  Event of(Person owner, String title) {
    Event event = events.get(new Label(owner.ownerId(), title));
    if (event == null) {
      throw new IllegalStateException("the scenario has not booked \"%s\" yet".formatted(title));
    }
    return event;
  }
}
