package calendar.event;

import calendar.event.field.Availability;
import calendar.event.field.IcalDraft;
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

  /** The draft of an event that is imported. */
  public static EventDraft withSource(EventDraft draft, IcalDraft ical) {
    return new EventDraft(
        draft.ownerId(),
        draft.id(),
        draft.title(),
        draft.description(),
        draft.location(),
        draft.availability(),
        draft.times(),
        draft.remindBefore(),
        draft.etag(),
        ical);
  }

  /** The draft of an event with this availability. */
  public static EventDraft available(EventDraft draft, Availability availability) {
    return new EventDraft(
        draft.ownerId(),
        draft.id(),
        draft.title(),
        draft.description(),
        draft.location(),
        availability,
        draft.times(),
        draft.remindBefore(),
        draft.etag(),
        draft.ical());
  }

  /** A new free event with the given times and reminders. */
  public static Event free(String owner, Instant start, Instant end, Duration... remindBefore) {
    return Event.book(
        available(draft(owner, start, end, remindBefore), Availability.FREE),
        UuidCreator.getTimeOrderedEpoch(),
        NOW);
  }

  /** The event after an update of its availability. */
  public static Event changedTo(Availability availability, Event event) {
    Duration[] remindBefore = event.remindBefore().toArray(new Duration[0]);
    EventDraft same = draft(event.ownerId(), event.startTime(), event.endTime(), remindBefore);
    return event.change(available(same, availability), NOW.plusSeconds(1));
  }

  /** The event with another title, although the rules may not allow it. */
  public static Event titled(Event event, String title) {
    return new Event(
        event.ownerId(),
        event.id(),
        title,
        event.description(),
        event.location(),
        event.availability(),
        event.times(),
        event.reminders(),
        event.version(),
        event.createTime(),
        event.updateTime(),
        event.source(),
        event.occurrence());
  }

  /** A new owner for one test. */
  public static String newOwner() {
    return "owner-" + UUID.randomUUID();
  }
}
