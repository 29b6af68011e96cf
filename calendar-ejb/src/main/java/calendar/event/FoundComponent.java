package calendar.event;

/** What {@link EventStorage#find} finds: an imported event, or one that was deleted. */
public sealed interface FoundComponent permits FoundComponent.Imported, DeletedComponent {

  /** The component that it was imported from. */
  ComponentId id();

  /**
   * An event that was imported.
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
