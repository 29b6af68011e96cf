package calendar.client.importing.decision;

import java.util.Optional;

/**
 * Determines the owner of imported events.
 *
 * @param always one owner for all events; empty if each event names its owner
 */
public record OwnerSource(Optional<String> always) {

  /** One owner for all events. */
  public static OwnerSource always(String owner) {
    return new OwnerSource(Optional.of(owner));
  }

  /** Each event names its owner: see {@link calendar.client.ics.ReadOptions#ownerProperty}. */
  public static OwnerSource ofEachEvent() {
    return new OwnerSource(Optional.empty());
  }

  Optional<String> ownerOf(Optional<String> named) {
    return always.or(() -> named);
  }
}
