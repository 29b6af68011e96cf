package calendar.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events for tests. */
public final class Drafts {
  /** The create time of test events, in whole microseconds. */
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

  private Drafts() {}

  /** A draft with the given times and reminders. */
  public static EventDraft draft(
      String owner, Instant start, Instant end, Duration... remindBefore) {
    return new EventDraft(
        owner, "", "Standup", "Every morning", start, end, List.of(remindBefore), "");
  }

  /** A new event with the given times and reminders. */
  public static Event event(String owner, Instant start, Instant end, Duration... remindBefore) {
    return Event.book(
        draft(owner, start, end, remindBefore), UuidCreator.getTimeOrderedEpoch(), NOW);
  }

  /** A new event with the given description and the largest number of reminders. */
  public static Event described(String owner, Instant start, Instant end, String description) {
    List<Duration> remindBefore =
        IntStream.rangeClosed(1, 5).mapToObj(number -> Duration.ofMinutes(6 - number)).toList();
    EventDraft draft =
        new EventDraft(owner, "", "Standup", description, start, end, remindBefore, "");
    return Event.book(draft, UuidCreator.getTimeOrderedEpoch(), NOW);
  }

  /** The event, as if it had just been imported. */
  public static Event imported(Event event, String uid, String recurrenceId, int sequence) {
    return event.importedFrom(new IcalDraft(uid, recurrenceId, sequence, NOW.minusSeconds(60)));
  }

  /** The event after an update to other times. */
  public static Event moved(Event event, Instant start, Instant end) {
    Duration[] remindBefore = event.remindBefore().toArray(new Duration[0]);
    return event.change(draft(event.ownerId(), start, end, remindBefore), NOW.plusSeconds(1));
  }

  /** A new owner for one test. */
  public static String newOwner() {
    return "owner-" + UUID.randomUUID();
  }
}
