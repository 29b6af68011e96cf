package calendar.client.importing.decision;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import calendar.v1.Event;
import java.util.List;
import java.util.Set;

/**
 * A component that the import has to do something about.
 *
 * @param component an event or a cancellation
 * @param owner whose event it is
 * @param identity as it is stored: never without a UID
 * @param notes about its identity
 * @param confirmed the components that the file confirms, of a cancellation that stands for all
 *     components of its UID
 */
public record Candidate(
    IcsComponent component,
    String owner,
    ComponentIdentity identity,
    List<String> notes,
    Set<ComponentKey> confirmed) {

  public Candidate(
      IcsComponent component, String owner, ComponentIdentity identity, List<String> notes) {
    this(component, owner, identity, notes, Set.of());
  }

  Candidate confirming(Set<ComponentKey> keys) {
    return new Candidate(component, owner, identity, notes, keys);
  }

  /** Returns true if the file says that the event takes place. */
  boolean confirms(Event event) {
    return confirmed.contains(ComponentKey.of(event.getIcalUid(), event.getIcalRecurrenceId()));
  }

  ComponentKey key() {
    return ComponentKey.of(identity);
  }

  public boolean isCancellation() {
    return !(component instanceof IcsEvent);
  }

  /** The event; only for a candidate that is no cancellation. */
  public IcsEvent event() {
    return (IcsEvent) component;
  }

  /**
   * Returns true if this version counts and the other does not: the later one, of equal ones the
   * cancellation, else the first of the file.
   */
  boolean replaces(Candidate other) {
    if (identity.isLaterThan(other.identity)) {
      return true;
    }
    return !other.identity.isLaterThan(identity) && isCancellation() && !other.isCancellation();
  }
}
