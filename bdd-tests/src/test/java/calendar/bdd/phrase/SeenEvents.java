package calendar.bdd.phrase;

import calendar.v1.Event;
import java.util.HashMap;
import java.util.Map;

/** The last known state of the scenario's events, by owner and original title. */
public final class SeenEvents {
  private record Label(String ownerId, String title) {}

  private final Map<Label, Event> events = new HashMap<>();

  public void saw(Event event) {
    saw(event.getTitle(), event);
  }

  /**
   * @param title the event's title in the scenario
   */
  public void saw(String title, Event event) {
    events.put(new Label(event.getOwnerId(), title), event);
  }

  public Event of(Person owner, String title) {
    Event event = events.get(new Label(owner.ownerId(), title));
    if (event == null) {
      throw new IllegalStateException("the scenario has not yet booked \"%s\"".formatted(title));
    }
    return event;
  }
}
