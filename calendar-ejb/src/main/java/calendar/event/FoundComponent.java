package calendar.event;

import calendar.event.field.ComponentId;
import java.util.List;

/** An entry that {@link EventStorage#find} returns: an imported event or a deleted component. */
public sealed interface FoundComponent permits FoundComponent.Imported, DeletedComponent {

  /** The component that the event was imported from. */
  ComponentId id();

  /** The events among the entries, in the same order. */
  static List<Event> events(List<FoundComponent> entries) {
    return entries.stream()
        .filter(Imported.class::isInstance)
        .map(entry -> ((Imported) entry).event())
        .toList();
  }

  /**
   * An imported event.
   *
   * @param event has a source
   */
  record Imported(Event event) implements FoundComponent {
    @Override
    public ComponentId id() {
      return event.source().orElseThrow().component();
    }
  }
}
