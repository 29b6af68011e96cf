package calendar.client.importing.decision;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.v1.Event;
import java.util.List;
import java.util.Set;

/**
 * An event or cancellation of the file that the import applies to the calendar.
 *
 * @param component an event or a cancellation
 * @param owner the owner of the event
 * @param identity the identity in the calendar; its UID is never empty
 * @param notes about its identity
 * @param confirmed for a cancellation of a whole UID: the components with this UID that the file
 *     still has as events
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

  /**
   * Returns true if the file still has the stored event, so that this cancellation must keep it.
   */
  boolean confirms(Event event) {
    return confirmed.contains(ComponentKey.of(event.getIcalUid(), event.getIcalRecurrenceId()));
  }

  ComponentKey key() {
    return ComponentKey.of(identity);
  }

  public boolean isCancellation() {
    return !(component instanceof IcsEvent);
  }

  /** The event. Fails for a cancellation. */
  public IcsEvent event() {
    return (IcsEvent) component;
  }

  /**
   * Returns true if this version replaces another one from earlier in the file. The later version
   * wins. If the versions are equal, a cancellation wins, otherwise the first one in the file.
   */
  boolean replaces(Candidate other) {
    if (identity.isLaterThan(other.identity)) {
      return true;
    }
    return !other.identity.isLaterThan(identity) && isCancellation() && !other.isCancellation();
  }
}
