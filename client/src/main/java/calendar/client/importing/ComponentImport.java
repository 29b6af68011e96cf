package calendar.client.importing;

import static java.util.concurrent.CompletableFuture.completedFuture;

import calendar.client.AsyncCalendarClient;
import calendar.client.error.EtagMismatchException;
import calendar.client.error.EventNotFoundException;
import calendar.client.error.IcalUidExistsException;
import calendar.client.error.TimeConflictException;
import calendar.client.importing.RetryingCalls.Result;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.Decision.Create;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.client.importing.decision.EventComparison;
import calendar.client.importing.decision.StoredEvents;
import calendar.client.importing.decision.VersionRules;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.Conflict;
import calendar.client.importing.report.Outcome;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.UpdateEventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out decisions. If another client changes the event in the meantime, reads it and decides
 * again, up to five times. Thread-safe.
 */
final class ComponentImport {
  private static final int MAX_ATTEMPTS = 5;

  private final AsyncCalendarClient client;
  private final RetryingCalls calls;
  private final StoredEventFinder finder;

  ComponentImport(AsyncCalendarClient client, RetryingCalls calls, StoredEventFinder finder) {
    this.client = client;
    this.calls = calls;
    this.finder = finder;
  }

  /**
   * @return fails only with a {@link calendar.client.error.RetryableException}, after the last
   *     retry
   */
  CompletableFuture<ComponentResult> run(Candidate candidate, Decision decision) {
    return new Attempt(candidate, 1, false).perform(decision);
  }

  /**
   * @param inDoubt true if an earlier attempt without an answer may have changed the event
   */
  private final class Attempt {
    private final Candidate candidate;
    private final int number;
    private final boolean inDoubt;

    Attempt(Candidate candidate, int number, boolean inDoubt) {
      this.candidate = candidate;
      this.number = number;
      this.inDoubt = inDoubt;
    }

    CompletableFuture<ComponentResult> perform(Decision decision) {
      if (decision instanceof Create) {
        return calls
            .call(() -> client.createEvent(ImportRequests.create(candidate)))
            .thenCompose(this::created);
      }
      if (decision instanceof Update update) {
        return calls
            .call(
                () ->
                    client.updateEvent(
                        ImportRequests.update(candidate, update.stored(), update.change())))
            .thenCompose(result -> updated(update, result));
      }
      if (decision instanceof Delete delete) {
        return delete(delete.stored());
      }
      return completedFuture(asUpdateIfInDoubt(((Keep) decision).result()));
    }

    /** If an update without an answer took effect, reports UPDATED instead of UNCHANGED. */
    private ComponentResult asUpdateIfInDoubt(ComponentResult result) {
      return inDoubt && result.outcome() == Outcome.UNCHANGED
          ? result(Outcome.UPDATED, result.eventId())
          : result;
    }

    private CompletableFuture<ComponentResult> created(Result<CreateEventResponse> result) {
      if (result.error() != null) {
        return handleError(result.error(), result.inDoubt());
      }
      Event event = result.answer().getEvent();
      if (!result.answer().getReplayed() || result.inDoubt()) {
        return completedFuture(result(Outcome.CREATED, event.getId()));
      }
      // The event existed but was not found: from importer version 0.1 or a concurrent import.
      return event.getIcalUid().isEmpty()
          ? perform(VersionRules.adopt(candidate, event))
          : retry(false);
    }

    private CompletableFuture<ComponentResult> updated(
        Update update, Result<UpdateEventResponse> result) {
      if (result.error() != null) {
        return handleError(result.error(), result.inDoubt());
      }
      Outcome outcome = update.change() == Change.CONTENT ? Outcome.UPDATED : Outcome.UNCHANGED;
      return completedFuture(result(outcome, update.stored().getId()).withNotes(update.notes()));
    }

    private CompletableFuture<ComponentResult> delete(List<Event> events) {
      if (events.isEmpty()) {
        return completedFuture(result(Outcome.CANCELLED, ""));
      }
      Event first = events.get(0);
      if (candidate.identity().sequence() > first.getIcalSequence()) {
        // The calendar remembers the SEQUENCE of a deleted event, to reject older versions later.
        return calls
            .call(() -> client.updateEvent(ImportRequests.raiseSequence(candidate, first)))
            .thenCompose(
                result ->
                    result.error() == null
                        ? delete(replaceFirst(events, result.answer().getEvent()))
                        : handleError(result.error(), false));
      }
      return calls
          .call(() -> client.deleteEvent(ImportRequests.delete(first)))
          .thenCompose(
              result ->
                  result.error() == null || result.error() instanceof EventNotFoundException
                      ? delete(events.subList(1, events.size()))
                      : handleError(result.error(), false));
    }

    private static List<Event> replaceFirst(List<Event> events, Event first) {
      List<Event> replaced = new ArrayList<>(events);
      replaced.set(0, first);
      return replaced;
    }

    private CompletableFuture<ComponentResult> handleError(Throwable error, boolean nowInDoubt) {
      if (error instanceof TimeConflictException busy) {
        return candidate.component().uid().isEmpty()
            ? adoptIfSameMeeting(busy)
            : completedFuture(busy(busy));
      }
      boolean changed =
          error instanceof EtagMismatchException
              || error instanceof EventNotFoundException
              || error instanceof IcalUidExistsException;
      if (changed && number < MAX_ATTEMPTS) {
        return retry(nowInDoubt);
      }
      return completedFuture(skipped(error.getMessage()));
    }

    /**
     * For an event without a UID, importer version 0.1 used another request id. The conflicting
     * event may therefore be the same event.
     */
    private CompletableFuture<ComponentResult> adoptIfSameMeeting(TimeConflictException busy) {
      GetEventRequest request =
          GetEventRequest.newBuilder()
              .setOwnerId(candidate.owner())
              .setId(busy.conflictingEventId())
              .build();
      return calls
          .call(() -> client.getEvent(request))
          .thenCompose(
              result -> {
                boolean same =
                    result.error() == null
                        && result.answer().getEvent().getIcalUid().isEmpty()
                        && EventComparison.isSameOrLacksNewFields(
                            candidate.event(), result.answer().getEvent());
                return same
                    ? perform(VersionRules.adopt(candidate, result.answer().getEvent()))
                    : completedFuture(busy(busy));
              });
    }

    private ComponentResult busy(TimeConflictException busy) {
      return ComponentResult.busy(candidate.component(), Conflict.of(busy))
          .withNotes(candidate.notes());
    }

    private CompletableFuture<ComponentResult> retry(boolean nowInDoubt) {
      if (number >= MAX_ATTEMPTS) {
        return completedFuture(
            skipped(
                "gave up after %d conflicts with concurrent changes; import the file again"
                    .formatted(MAX_ATTEMPTS)));
      }
      StoredEvents found = new StoredEvents();
      Attempt next = new Attempt(candidate, number + 1, inDoubt || nowInDoubt);
      return finder
          .find(candidate.owner(), List.of(candidate.identity().uid()), found)
          .thenCompose(done -> next.perform(VersionRules.decide(candidate, found)));
    }

    private ComponentResult skipped(String reason) {
      return ComponentResult.skipped(candidate.component(), reason);
    }

    private ComponentResult result(Outcome outcome, String eventId) {
      return ComponentResult.of(candidate.component(), outcome, eventId)
          .withNotes(candidate.notes());
    }
  }
}
