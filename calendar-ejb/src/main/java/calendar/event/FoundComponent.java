package calendar.event;

/** An entry that {@link EventStorage#find} returns: an imported event or a deleted component. */
public sealed interface FoundComponent permits FoundComponent.Imported, DeletedComponent {

  /** The component that the event was imported from. */
  ComponentId id();

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
