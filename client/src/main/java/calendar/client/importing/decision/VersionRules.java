package calendar.client.importing.decision;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.Decision.Create;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Outcome;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import java.util.List;
import java.util.Optional;

/**
 * Decides between the file's version of an event and the calendar's version. The higher SEQUENCE
 * wins, then the later LAST-MODIFIED. An event that was changed or deleted in the calendar after
 * its import is replaced only by a higher SEQUENCE.
 */
public final class VersionRules {
  private static final String REPLACED =
      "replaced a change made in the calendar: the file has a higher SEQUENCE";
  private static final String KEPT =
      "kept the calendar's version: the event changed both in the calendar and in the file";

  private VersionRules() {}

  public static Decision decide(Candidate candidate, StoredEvents stored) {
    if (candidate.isCancellation()) {
      return cancellation(candidate, stored);
    }
    Optional<Event> event = stored.event(candidate.identity());
    if (event.isPresent()) {
      return known(candidate, event.get());
    }
    Optional<DeletedComponent> deleted = stored.deleted(candidate.identity());
    if (deleted.isPresent() && candidate.identity().sequence() <= deleted.get().getIcalSequence()) {
      return new Keep(
          ComponentResult.skipped(
              candidate.component(),
              "deleted in the calendar; the file needs a SEQUENCE above %d to create it again"
                  .formatted(deleted.get().getIcalSequence())));
    }
    return new Create();
  }

  /**
   * Decides about an event that importer version 0.1 created. Such an event has the component's
   * request id, but no UID and version.
   */
  public static Decision adopt(Candidate candidate, Event stored) {
    IcsEvent event = candidate.event();
    if (EventComparison.isSame(event, stored)) {
      return new Update(stored, Change.VERSION, List.of());
    }
    if (EventComparison.isSameOrLacksNewFields(event, stored)) {
      return new Update(stored, Change.NEW_FIELDS, List.of());
    }
    boolean higher = candidate.identity().sequence() > 0;
    if (!stored.getCreateTime().equals(stored.getUpdateTime())) {
      return higher
          ? new Update(stored, Change.CONTENT, List.of(REPLACED))
          : new Update(stored, Change.VERSION, List.of(KEPT));
    }
    return higher || event.title().equals(stored.getTitle())
        ? new Update(stored, Change.CONTENT, List.of())
        : differentEvent(candidate);
  }

  private static Decision known(Candidate candidate, Event stored) {
    ComponentIdentity file = candidate.identity();
    ComponentIdentity present = StoredEvents.identity(stored);
    boolean same = EventComparison.isSame(candidate.event(), stored);
    if (file.sequence() > present.sequence()) {
      boolean replaced = stored.getChangedSinceImport() && !same;
      return new Update(
          stored, same ? Change.VERSION : Change.CONTENT, replaced ? List.of(REPLACED) : List.of());
    }
    if (same) {
      return unchanged(candidate, stored, List.of());
    }
    if (present.isLaterThan(file)) {
      return unchanged(candidate, stored, List.of("kept: the calendar has a later version"));
    }
    if (stored.getChangedSinceImport()) {
      return unchanged(candidate, stored, file.isLaterThan(present) ? List.of(KEPT) : List.of());
    }
    return file.isLaterThan(present) || EventComparison.isSameMeeting(candidate.event(), stored)
        ? new Update(stored, Change.CONTENT, List.of())
        : differentEvent(candidate);
  }

  private static Decision cancellation(Candidate candidate, StoredEvents stored) {
    // Without RECURRENCE-ID, the cancellation covers all occurrences.
    List<Event> events =
        candidate.key().recurrence().isEmpty()
            ? stored.eventsOf(candidate.key().uid()).stream()
                .filter(event -> !candidate.confirms(event))
                .toList()
            : stored.event(candidate.identity()).map(List::of).orElse(List.of());
    int sequence = candidate.identity().sequence();
    for (Event event : events) {
      if (event.getIcalSequence() > sequence) {
        return unchanged(
            candidate,
            event,
            List.of("kept: the file cancels an older version than the calendar has"));
      }
      if (event.getIcalSequence() == sequence && event.getChangedSinceImport()) {
        return unchanged(
            candidate,
            event,
            List.of("kept: the file cancels the event, but it was changed in the calendar"));
      }
    }
    return events.isEmpty() ? new Keep(nothingToCancel(candidate)) : new Delete(events);
  }

  /** For one occurrence, adds a note: the file may write its RECURRENCE-ID in another way. */
  private static ComponentResult nothingToCancel(Candidate candidate) {
    ComponentResult cancelled = ComponentResult.of(candidate.component(), Outcome.CANCELLED, "");
    return candidate.identity().recurrenceId().isEmpty()
        ? cancelled
        : cancelled.withNotes(List.of("the calendar has no event for this occurrence"));
  }

  private static Keep unchanged(Candidate candidate, Event stored, List<String> notes) {
    return new Keep(
        ComponentResult.of(candidate.component(), Outcome.UNCHANGED, stored.getId())
            .withNotes(notes));
  }

  private static Keep differentEvent(Candidate candidate) {
    return new Keep(
        ComponentResult.skipped(
            candidate.component(),
            "same UID, different event: the file needs a higher SEQUENCE to replace the event in"
                + " the calendar"));
  }
}
