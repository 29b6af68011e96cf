package calendar.client.importing;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsFile;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.report.ComponentResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the results of a running import. Thread-safe. */
final class ImportResults {
  private final ProgressListener progress;
  private final Map<IcsComponent, ComponentResult> results = new IdentityHashMap<>();
  private final Map<IcsComponent, ComponentResult> removed = new IdentityHashMap<>();
  private final Map<String, IcsComponent> sources = new HashMap<>();
  private int total;

  ImportResults(ProgressListener progress) {
    this.progress = progress;
  }

  synchronized void begin(int components, List<ComponentResult> settled) {
    total = components;
    settled.forEach(result -> results.put(result.component(), result));
    progress.progressed(results.size(), total);
  }

  synchronized void add(ComponentResult result) {
    results.put(result.component(), result);
    progress.progressed(results.size(), total);
  }

  /** Records that an event of the calendar comes from a component of the file. */
  synchronized void recordSource(String eventId, IcsComponent component) {
    sources.put(eventId, component);
  }

  /**
   * Adds a result. After a failure, the component has no result, because the import stops early.
   */
  Void addUnlessFailed(ComponentResult result, Throwable failure) {
    if (failure == null) {
      add(result);
    }
    return null;
  }

  /** Removes the BUSY results whose conflict is one of the events, and returns their candidates. */
  synchronized List<Candidate> removeConflictsWith(
      Set<String> eventIds, List<Candidate> candidates) {
    List<Candidate> busy = new ArrayList<>();
    for (Candidate candidate : candidates) {
      ComponentResult result = results.get(candidate.component());
      if (result != null
          && result.conflict().filter(by -> eventIds.contains(by.eventId())).isPresent()) {
        removed.put(candidate.component(), results.remove(candidate.component()));
        busy.add(candidate);
      }
    }
    return busy;
  }

  /** Restores the removed results of candidates that have no new result. */
  synchronized void restore(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      results.putIfAbsent(candidate.component(), removed.get(candidate.component()));
    }
  }

  /** The results in the order of the file. Conflicts name their component of the file, if any. */
  synchronized List<ComponentResult> inOrderOf(IcsFile file) {
    results.values().forEach(result -> sources.put(result.eventId(), result.component()));
    List<ComponentResult> ordered = new ArrayList<>(results.size());
    for (IcsComponent component : file.components()) {
      ComponentResult result = results.get(component);
      if (result != null) {
        ordered.add(named(result));
      }
    }
    return ordered;
  }

  private ComponentResult named(ComponentResult result) {
    return result
        .conflict()
        .filter(conflict -> sources.containsKey(conflict.eventId()))
        .map(conflict -> result.withConflict(conflict.from(sources.get(conflict.eventId()))))
        .orElse(result);
  }
}
