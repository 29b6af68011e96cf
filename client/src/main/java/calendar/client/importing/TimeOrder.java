package calendar.client.importing;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision;
import calendar.client.importing.decision.Decision.Update;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the order of the file for writes of one owner at overlapping times: a later write waits for
 * the earlier ones. All other writes run in parallel. Events during which the owner stays free
 * never conflict, so they wait for nothing, and nothing waits for them. Thread-safe.
 */
final class TimeOrder {
  private record Span(Instant start, Instant end) {
    boolean overlaps(Span other) {
      return start.isBefore(other.end) && other.start.isBefore(end);
    }
  }

  private record Write(List<Span> spans, CompletableFuture<?> done) {
    boolean touches(Span span) {
      return spans.stream().anyMatch(span::overlaps);
    }
  }

  private final Map<String, List<Write>> unfinished = new HashMap<>();

  /**
   * Adds a write.
   *
   * @param done completes when the write has ended, with or without success
   * @return completes when the earlier writes at overlapping times have ended
   */
  synchronized CompletableFuture<Void> enter(
      Candidate candidate, Decision decision, CompletableFuture<?> done) {
    List<Span> wanted = wanted(candidate.event());
    List<Span> spans = new ArrayList<>(wanted);
    if (decision instanceof Update update && isBusy(update.stored())) {
      // An update also frees the old time, which a later write may need.
      spans.add(
          new Span(
              ProtoTimes.instant(update.stored().getStartTime()),
              ProtoTimes.instant(update.stored().getEndTime())));
    }
    List<Write> writes = unfinished.computeIfAbsent(candidate.owner(), owner -> new ArrayList<>());
    CompletableFuture<?>[] before =
        writes.stream()
            .filter(write -> wanted.stream().anyMatch(write::touches))
            .map(Write::done)
            .toArray(CompletableFuture<?>[]::new);
    Write write = new Write(spans, done);
    writes.add(write);
    done.whenComplete((result, failure) -> leave(candidate.owner(), write));
    return CompletableFuture.allOf(before);
  }

  private static List<Span> wanted(IcsEvent event) {
    return event.free() ? List.of() : List.of(new Span(event.start(), event.end()));
  }

  private static boolean isBusy(Event stored) {
    return stored.getAvailability() != Availability.AVAILABILITY_FREE;
  }

  private synchronized void leave(String owner, Write write) {
    List<Write> writes = unfinished.get(owner);
    writes.remove(write);
    if (writes.isEmpty()) {
      unfinished.remove(owner);
    }
  }
}
