package calendar.client.importing;

import calendar.client.AsyncCalendarClient;
import calendar.client.RetryPolicy;
import calendar.client.error.CalendarCallException;
import calendar.client.error.RetryableException;
import calendar.client.ics.event.IcsFile;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.client.importing.decision.ImportPlan;
import calendar.client.importing.decision.OwnerSource;
import calendar.client.importing.decision.StoredEvents;
import calendar.client.importing.decision.VersionRules;
import calendar.client.importing.report.ComponentResult;
import calendar.client.importing.report.ImportReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Imports a file into a calendar. First finds the file's events in the calendar, then deletes the
 * cancelled events, then creates and updates events. If two events want the same time, the order of
 * the file decides. Use each instance for one import. Not thread-safe.
 */
public final class Importer {
  private final RetryingCalls calls;
  private final StoredEventFinder finder;
  private final ComponentImport components;
  private final int inFlight;
  private final Semaphore window;
  private final TimeOrder order = new TimeOrder();
  private final ImportResults results;
  private final Map<String, StoredEvents> stored = new HashMap<>();
  private final Map<String, String> rejectedOwners = new ConcurrentHashMap<>();
  private final AtomicReference<RuntimeException> searchFailure = new AtomicReference<>();

  /**
   * @param inFlight the maximum number of components with a call in flight
   */
  public Importer(
      AsyncCalendarClient client, RetryPolicy retries, int inFlight, ProgressListener progress) {
    this.calls = new RetryingCalls(retries);
    this.finder = new StoredEventFinder(client, calls);
    this.components = new ComponentImport(client, calls, finder);
    this.inFlight = inFlight;
    this.window = new Semaphore(inFlight);
    this.results = new ImportResults(progress);
  }

  /**
   * Imports the file. Stops early if the calendar does not answer after the last retry.
   *
   * @throws calendar.client.error.CalendarCallException if the calendar rejects the search for
   *     events with an error outside the API contract
   * @throws InterruptedException if the thread is interrupted
   */
  public ImportReport run(IcsFile file, OwnerSource owners) throws InterruptedException {
    ImportPlan plan = ImportPlan.of(file, owners);
    results.begin(file.components().size(), plan.settled());
    List<Candidate> candidates = plan.candidates();
    find(candidates);
    if (searchFailure.get() != null) {
      throw searchFailure.get();
    }
    List<Candidate> waiting = settleUnchanged(candidates);
    cancel(waiting.stream().filter(Candidate::isCancellation).toList());
    write(waiting.stream().filter(candidate -> !candidate.isCancellation()).toList());
    return new ImportReport(file, results.inOrderOf(file), calls.gaveUp());
  }

  private void find(List<Candidate> candidates) throws InterruptedException {
    Map<String, Set<String>> uids = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      uids.computeIfAbsent(candidate.owner(), owner -> new HashSet<>())
          .add(candidate.identity().uid());
    }
    for (Map.Entry<String, Set<String>> entry : uids.entrySet()) {
      StoredEvents found = new StoredEvents();
      stored.put(entry.getKey(), found);
      List<String> all = List.copyOf(entry.getValue());
      for (int from = 0; from < all.size(); from += StoredEventFinder.MAX_UIDS) {
        List<String> some =
            all.subList(from, Math.min(all.size(), from + StoredEventFinder.MAX_UIDS));
        inWindow(
            () ->
                finder
                    .find(entry.getKey(), some, found)
                    .whenComplete((done, failure) -> noteSearchFailure(entry.getKey(), failure)));
      }
    }
    awaitAll();
  }

  /** An error for one owner skips only that owner's events. */
  private void noteSearchFailure(String owner, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof CalendarCallException rejection
        && !(cause instanceof RetryableException)) {
      if (rejection.reason().isPresent()) {
        rejectedOwners.put(owner, rejection.getMessage());
      } else {
        searchFailure.compareAndSet(null, rejection);
      }
    } else if (cause instanceof RuntimeException bug && !(cause instanceof RetryableException)) {
      searchFailure.compareAndSet(null, bug);
    }
  }

  private List<Candidate> settleUnchanged(List<Candidate> candidates) {
    if (calls.gaveUp().isPresent()) {
      return List.of();
    }
    List<Candidate> others = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String rejected = rejectedOwners.get(candidate.owner());
      if (rejected != null) {
        results.add(ComponentResult.skipped(candidate.component(), rejected));
      } else if (decide(candidate) instanceof Keep keep) {
        results.add(keep.result().withNotes(candidate.notes()));
      } else {
        others.add(candidate);
      }
    }
    return others;
  }

  private Decision decide(Candidate candidate) {
    return VersionRules.decide(candidate, stored.get(candidate.owner()));
  }

  private void cancel(List<Candidate> cancellations) throws InterruptedException {
    for (Candidate candidate : cancellations) {
      if (calls.gaveUp().isEmpty()) {
        inWindow(
            () -> components.run(candidate, decide(candidate)).handle(results::addUnlessFailed));
      }
    }
    awaitAll();
  }

  /**
   * Writes in rounds. A busy time may become free in a later round, after the conflicting event has
   * moved.
   */
  private void write(List<Candidate> candidates) throws InterruptedException {
    Set<String> moving = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (decide(candidate) instanceof Update update) {
        moving.add(update.stored().getId());
        results.recordSource(update.stored().getId(), candidate.component());
      }
    }
    List<Candidate> round = candidates;
    int before;
    do {
      before = round.size();
      writeOnce(round);
      round = results.removeConflictsWith(moving, round);
    } while (!round.isEmpty() && round.size() < before && calls.gaveUp().isEmpty());
    results.restore(round);
  }

  private void writeOnce(List<Candidate> candidates) throws InterruptedException {
    for (Candidate candidate : OwnerRotation.byOwner(candidates)) {
      if (calls.gaveUp().isEmpty()) {
        Decision decision = decide(candidate);
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> turn = order.enter(candidate, decision, done);
        inWindow(
            () ->
                turn.thenCompose(now -> components.run(candidate, decision))
                    .handle(results::addUnlessFailed)
                    .whenComplete((result, failure) -> done.complete(null)));
      }
    }
    awaitAll();
  }

  private void inWindow(Supplier<CompletableFuture<?>> work) throws InterruptedException {
    window.acquire();
    work.get().whenComplete((result, failure) -> window.release());
  }

  private void awaitAll() throws InterruptedException {
    window.acquire(inFlight);
    window.release(inFlight);
  }
}
