package calendar.client.importing;

import static java.util.concurrent.CompletableFuture.completedFuture;

import calendar.client.AsyncCalendarClient;
import calendar.client.EtagMismatchException;
import calendar.client.EventNotFoundException;
import calendar.client.IcalUidExistsException;
import calendar.client.TimeConflictException;
import calendar.client.importing.RetryingCalls.Result;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision;
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
 * Does what a decision says. When somebody else changed the event in between, it looks and decides
 * again. Safe for use by many threads.
 */
final class ComponentImport {
  private static final int MOST_TRIES = 5;

  private final AsyncCalendarClient client;
  private final RetryingCalls calls;
  private final StoredEventFinder finder;

  ComponentImport(AsyncCalendarClient client, RetryingCalls calls, StoredEventFinder finder) {
    this.client = client;
    this.calls = calls;
    this.finder = finder;
  }

  /**
   * @return fails with a {@link calendar.client.RetryableException} if the calendar cannot be
   *     reached any more, and never otherwise
   */
  CompletableFuture<ComponentResult> run(Candidate candidate, Decision decision) {
    return new Attempt(candidate, 1, false).perform(decision);
  }

  /**
   * @param inDoubt whether an earlier attempt may have changed the event, though its answer never
   *     came
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
                        ImportRequests.update(candidate, update.stored(), update.content())))
            .thenCompose(result -> updated(update, result));
      }
      if (decision instanceof Delete delete) {
        return delete(delete.stored());
      }
      return completedFuture(kept(((Keep) decision).result()));
    }

    /** An update in doubt whose effect is there now was an update. */
    private ComponentResult kept(ComponentResult result) {
      return inDoubt && result.outcome() == Outcome.UNCHANGED
          ? result(Outcome.UPDATED, result.eventId())
          : result;
    }

    private CompletableFuture<ComponentResult> created(Result<CreateEventResponse> result) {
      if (result.refusal() != null) {
        return refused(result.refusal(), result.inDoubt());
      }
      Event event = result.answer().getEvent();
      if (!result.answer().getReplayed() || result.inDoubt()) {
        return completedFuture(result(Outcome.CREATED, event.getId()));
      }
      // It was there, but not found: an event of an older importer, or of one that runs beside us.
      return event.getIcalUid().isEmpty()
          ? perform(VersionRules.adopt(candidate, event))
          : again(false);
    }

    private CompletableFuture<ComponentResult> updated(
        Update update, Result<UpdateEventResponse> result) {
      if (result.refusal() != null) {
        return refused(result.refusal(), result.inDoubt());
      }
      Outcome outcome = update.content() ? Outcome.UPDATED : Outcome.UNCHANGED;
      return completedFuture(result(outcome, update.stored().getId()).withNotes(update.notes()));
    }

    private CompletableFuture<ComponentResult> delete(List<Event> events) {
      if (events.isEmpty()) {
        return completedFuture(result(Outcome.CANCELLED, ""));
      }
      Event first = events.get(0);
      if (candidate.identity().sequence() > first.getIcalSequence()) {
        // The calendar remembers the sequence of what it deletes: an older version stays out.
        return calls
            .call(() -> client.updateEvent(ImportRequests.raiseSequence(candidate, first)))
            .thenCompose(
                result ->
                    result.refusal() == null
                        ? delete(replaceFirst(events, result.answer().getEvent()))
                        : refused(result.refusal(), false));
      }
      return calls
          .call(() -> client.deleteEvent(ImportRequests.delete(first)))
          .thenCompose(
              result ->
                  result.refusal() == null || result.refusal() instanceof EventNotFoundException
                      ? delete(events.subList(1, events.size()))
                      : refused(result.refusal(), false));
    }

    private static List<Event> replaceFirst(List<Event> events, Event first) {
      List<Event> replaced = new ArrayList<>(events);
      replaced.set(0, first);
      return replaced;
    }

    private CompletableFuture<ComponentResult> refused(Throwable refusal, boolean nowInDoubt) {
      if (refusal instanceof TimeConflictException busy) {
        return candidate.component().uid().isEmpty()
            ? busyOrTheSame(busy)
            : completedFuture(busy(busy));
      }
      boolean changed =
          refusal instanceof EtagMismatchException
              || refusal instanceof EventNotFoundException
              || refusal instanceof IcalUidExistsException;
      if (changed && number < MOST_TRIES) {
        return again(nowInDoubt);
      }
      return completedFuture(skipped(refusal.getMessage()));
    }

    /**
     * Without a UID, the event of an older importer has another request id: what takes the time may
     * be the event itself.
     */
    private CompletableFuture<ComponentResult> busyOrTheSame(TimeConflictException busy) {
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
                    result.refusal() == null
                        && result.answer().getEvent().getIcalUid().isEmpty()
                        && EventComparison.isSame(candidate.event(), result.answer().getEvent());
                return same
                    ? perform(VersionRules.adopt(candidate, result.answer().getEvent()))
                    : completedFuture(busy(busy));
              });
    }

    private ComponentResult busy(TimeConflictException busy) {
      return ComponentResult.busy(candidate.component(), Conflict.of(busy))
          .withNotes(candidate.notes());
    }

    private CompletableFuture<ComponentResult> again(boolean nowInDoubt) {
      if (number >= MOST_TRIES) {
        return completedFuture(skipped("others keep changing it; import the file again"));
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
