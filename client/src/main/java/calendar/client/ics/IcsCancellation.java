package calendar.client.ics;

import java.util.Optional;

/**
 * An event that does not take place: it has STATUS:CANCELLED, or its calendar METHOD:CANCEL.
 *
 * @param identity of the event that is cancelled
 * @param owner the value of the property that names owners, if the event has one
 */
public record IcsCancellation(ComponentIdentity identity, int line, Optional<String> owner)
    implements IcsComponent {

  @Override
  public String uid() {
    return identity.uid();
  }
}
