package calendar.client.ics.event;

import java.util.Optional;

/**
 * A cancelled event: it has STATUS:CANCELLED, or its calendar has METHOD:CANCEL.
 *
 * @param identity the identity of the cancelled event
 * @param owner the value of the owner property, if the event has it
 */
public record IcsCancellation(ComponentIdentity identity, int line, Optional<String> owner)
    implements IcsComponent {

  @Override
  public String uid() {
    return identity.uid();
  }
}
