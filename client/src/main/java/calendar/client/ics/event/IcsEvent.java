package calendar.client.ics.event;

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
 * @param location the LOCATION; empty if the event has none
 * @param period when the event takes place
 * @param free true if the owner stays free during the event
 * @param remindBefore at most 5 distinct durations, not negative, longest first
 * @param owner the value of the owner property, if the event has it
 * @param notes one line each for dropped, shortened or chosen values
 */
public record IcsEvent(
    ComponentIdentity identity,
    int line,
    String title,
    String description,
    String location,
    EventPeriod period,
    boolean free,
    List<Duration> remindBefore,
    Optional<String> owner,
    List<String> notes)
    implements IcsComponent {

  public IcsEvent {
    remindBefore = List.copyOf(remindBefore);
    notes = List.copyOf(notes);
  }

  /** The start; of an all-day event, the first instant of its first day. */
  public Instant start() {
    return period.start();
  }

  /** The end, after the start and not part of the event. */
  public Instant end() {
    return period.end();
  }

  @Override
  public String uid() {
    return identity.uid();
  }
}
