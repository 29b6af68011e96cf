package calendar.client.importing.decision;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsEvent;
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
 * Decides between the version of a file and the one that the calendar has: the higher SEQUENCE
 * wins, then the later LAST-MODIFIED. What was changed or deleted in the calendar since its import
 * gives way to a higher SEQUENCE only.
 */
public final class VersionRules {
  private static final String REPLACED =
      "was changed in the calendar; replaced by the file's higher SEQUENCE";
  private static final String KEPT =
      "was changed in the calendar and in the file; kept as it is in the calendar";

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
              "was deleted in the calendar; a higher SEQUENCE than %d brings it back"
                  .formatted(deleted.get().getIcalSequence())));
    }
    return new Create();
  }

  /**
   * Decides about an event that an importer of version 0.1 booked: it has the request id of the
   * component, but no version.
   */
  public static Decision adopt(Candidate candidate, Event stored) {
    IcsEvent event = candidate.event();
    if (EventComparison.isSame(event, stored)) {
      return new Update(stored, false, List.of());
    }
    boolean higher = candidate.identity().sequence() > 0;
    if (!stored.getCreateTime().equals(stored.getUpdateTime())) {
      return new Update(stored, higher, List.of(higher ? REPLACED : KEPT));
    }
    return higher || event.title().equals(stored.getTitle())
        ? new Update(stored, true, List.of())
        : differentEvent(candidate);
  }

  private static Decision known(Candidate candidate, Event stored) {
    ComponentIdentity file = candidate.identity();
    ComponentIdentity present = StoredEvents.identity(stored);
    boolean same = EventComparison.isSame(candidate.event(), stored);
    if (file.sequence() > present.sequence()) {
      boolean replaced = stored.getChangedSinceImport() && !same;
      return new Update(stored, !same, replaced ? List.of(REPLACED) : List.of());
    }
    if (same) {
      return unchanged(candidate, stored, List.of());
    }
    if (present.isLaterThan(file)) {
      return unchanged(candidate, stored, List.of("the calendar has a later version; kept"));
    }
    if (stored.getChangedSinceImport()) {
      return unchanged(candidate, stored, file.isLaterThan(present) ? List.of(KEPT) : List.of());
    }
    return file.isLaterThan(present) || EventComparison.isSameMeeting(candidate.event(), stored)
        ? new Update(stored, true, List.of())
        : differentEvent(candidate);
  }

  private static Decision cancellation(Candidate candidate, StoredEvents stored) {
    // Without RECURRENCE-ID the whole event is cancelled, all its occurrences.
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
            candidate, event, List.of("cancelled by an older version than the calendar has; kept"));
      }
      if (event.getIcalSequence() == sequence && event.getChangedSinceImport()) {
        return unchanged(
            candidate, event, List.of("cancelled, but was changed in the calendar; kept"));
      }
    }
    return events.isEmpty() ? new Keep(nothingToCancel(candidate)) : new Delete(events);
  }

  /** Of one occurrence it is worth saying: perhaps the file writes its RECURRENCE-ID otherwise. */
  private static ComponentResult nothingToCancel(Candidate candidate) {
    ComponentResult cancelled = ComponentResult.of(candidate.component(), Outcome.CANCELLED, "");
    return candidate.identity().recurrenceId().isEmpty()
        ? cancelled
        : cancelled.withNotes(List.of("the calendar has no event of this occurrence"));
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
            "same UID, different event: the calendar has another one, and no higher SEQUENCE says"
                + " that this one replaces it"));
  }
}
