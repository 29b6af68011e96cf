package calendar.client.importing;

import calendar.client.ics.IcsComponent;
import calendar.client.ics.IcsFile;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.report.ComponentResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The results of an import, while it runs. Safe for use by many threads. */
final class ImportResults {
  private final ProgressListener progress;
  private final Map<IcsComponent, ComponentResult> results = new IdentityHashMap<>();
  private final Map<IcsComponent, ComponentResult> taken = new IdentityHashMap<>();
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

  synchronized void settle(ComponentResult result) {
    results.put(result.component(), result);
    progress.progressed(results.size(), total);
  }

  /** Notes that an event of the calendar comes from a component of the file. */
  synchronized void knows(String eventId, IcsComponent component) {
    sources.put(eventId, component);
  }

  /** A failure means that the import ends early: the component has no result. */
  Void settle(ComponentResult result, Throwable failure) {
    if (failure == null) {
      settle(result);
    }
    return null;
  }

  /** Takes back the results of those whose time is taken by one of the events. */
  synchronized List<Candidate> takeBusyWith(Set<String> eventIds, List<Candidate> candidates) {
    List<Candidate> busy = new ArrayList<>();
    for (Candidate candidate : candidates) {
      ComponentResult result = results.get(candidate.component());
      if (result != null
          && result.conflict().filter(by -> eventIds.contains(by.eventId())).isPresent()) {
        taken.put(candidate.component(), results.remove(candidate.component()));
        busy.add(candidate);
      }
    }
    return busy;
  }

  /** Puts back the results that were taken and got no better. */
  synchronized void putBack(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      results.putIfAbsent(candidate.component(), taken.get(candidate.component()));
    }
  }

  /** The results in the order of the file; conflicts name the component that is in the way. */
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
