package calendar.client.ics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event that can be booked.
 *
 * @param identity the identity and version of the component
 * @param title the SUMMARY, never blank
 * @param description the DESCRIPTION; empty if the event has none
 * @param end the end, after the start
 * @param remindBefore at most 5 distinct durations, not negative, longest first
 * @param owner the value of the owner property, if the event has it
 * @param notes one line each for dropped, shortened or chosen values
 */
public record IcsEvent(
    ComponentIdentity identity,
    int line,
    String title,
    String description,
    Instant start,
    Instant end,
    List<Duration> remindBefore,
    Optional<String> owner,
    List<String> notes)
    implements IcsComponent {

  public IcsEvent {
    remindBefore = List.copyOf(remindBefore);
    notes = List.copyOf(notes);
  }

  @Override
  public String uid() {
    return identity.uid();
  }
}
