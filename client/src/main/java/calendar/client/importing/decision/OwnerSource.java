package calendar.client.importing.decision;

import java.util.Optional;

/**
 * Whose time an imported event takes.
 *
 * @param always one owner for all; empty if each event names its own
 */
public record OwnerSource(Optional<String> always) {

  /** One owner for all. */
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
