package calendar.client.importing;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsEvent;
import java.util.List;

/**
 * A component that the import has to do something about.
 *
 * @param component an event or a cancellation
 * @param owner whose event it is
 * @param identity as it is stored: never without a UID
 * @param notes about its identity
 */
record Candidate(
    IcsComponent component, String owner, ComponentIdentity identity, List<String> notes) {

  ComponentKey key() {
    return ComponentKey.of(identity);
  }

  boolean isCancellation() {
    return !(component instanceof IcsEvent);
  }

  /** The event; only for a candidate that is no cancellation. */
  IcsEvent event() {
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
