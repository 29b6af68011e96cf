package calendar.client.ics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event that can be booked.
 *
 * @param identity which component it is
 * @param title its SUMMARY, never blank
 * @param description its DESCRIPTION; empty if it has none
 * @param end after the start
 * @param remindBefore at most 5, distinct, none below zero, from the longest to the shortest
 * @param owner the value of the property that names owners, if the event has one
 * @param notes what a person should know: what was dropped, shortened or chosen
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
