package calendar.client.importing;

import calendar.client.ics.IcsEvent;
import java.util.Optional;

/** Whose time an imported event takes. */
@FunctionalInterface
public interface OwnerSource {

  /** The event's owner, if it has one. */
  Optional<String> ownerOf(IcsEvent event);

  /** One owner for all. */
  static OwnerSource always(String owner) {
    return event -> Optional.of(owner);
  }

  /** The owner is named by a property of each event, such as {@code LOCATION}. */
  static OwnerSource property(String name) {
    return event -> event.property(name);
  }
}
