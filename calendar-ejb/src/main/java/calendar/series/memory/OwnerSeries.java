package calendar.series.memory;

import static java.util.stream.Collectors.toSet;

import calendar.error.Conflict;
import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.event.memory.OwnerEvents;
import calendar.series.model.OnConflict;
import calendar.series.model.SavedSeries;
import calendar.series.model.Series;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import com.github.f4b6a3.uuid.util.UuidComparator;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The series of one owner. Not safe for use by several threads: the owner's events guard it, which
 * each method gets during a change.
 */
final class OwnerSeries {
  private static final Comparator<Event> BY_ORIGINAL_START =
      Comparator.comparing(event -> event.occurrence().orElseThrow().originalStart());

  private final String ownerId;

  /** Ids are compared as unsigned bytes, as PostgreSQL compares them. */
  private final NavigableMap<UUID, SavedSeries> byId = new TreeMap<>(UuidComparator::opaqueCompare);

  /** The ids of the series that each request made: the answer first. */
  private final Map<UUID, List<UUID>> madeByRequestId = new HashMap<>();

  OwnerSeries(String ownerId) {
    this.ownerId = ownerId;
  }

  SeriesResult change(SeriesRequest request, SeriesPlanner planner, OwnerEvents agenda) {
    List<Event> stored = agenda.all();
    Optional<SeriesResult> earlier = request.requestId().flatMap(id -> earlierResult(id, stored));
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<SeriesState> state = request.seriesId().map(id -> stateOf(id, request.etag(), stored));
    SeriesChange planned = planner.plan(state);
    planned.saved().forEach(this::requireNoOther);
    Map<UUID, Conflict> conflicts = Conflicts.of(planned, stored);
    List<Conflict> ordered =
        SeriesChange.decide(conflicts, request.isTrial() ? OnConflict.SKIP : request.onConflict());
    SeriesChange change = planned.without(conflicts);
    if (!request.isTrial()) {
      write(change, request, agenda);
    }
    return SeriesResult.of(change, state, ordered);
  }

  StoredSeries get(UUID id, OwnerEvents agenda) {
    return withCount(require(id), agenda.all());
  }

  List<StoredSeries> list(Optional<UUID> after, int limit, OwnerEvents agenda) {
    List<Event> events = agenda.all();
    return after.map(id -> byId.tailMap(id, false)).orElse(byId).values().stream()
        .limit(limit)
        .map(saved -> withCount(saved, events))
        .toList();
  }

  List<Series> all() {
    return byId.values().stream().map(SavedSeries::series).toList();
  }

  /** See {@link calendar.series.storage.SeriesStorage#purge}. */
  PurgedSeries purge(Instant endedBefore, int mostSeries, int mostSkipped, OwnerEvents agenda) {
    List<Event> events = agenda.all();
    int skipped = 0;
    for (SavedSeries saved : List.copyOf(byId.values())) {
      int most = mostSkipped - skipped;
      Set<SkippedOccurrence> old =
          saved.skipped().stream()
              .filter(skip -> skip.occurrence().originalStart().isBefore(endedBefore))
              .limit(most)
              .collect(toSet());
      skipped += old.size();
      List<SkippedOccurrence> left =
          saved.skipped().stream().filter(skip -> !old.contains(skip)).toList();
      byId.put(saved.series().id(), new SavedSeries(saved.series(), left));
    }
    List<UUID> ended =
        all().stream()
            .filter(series -> series.isComplete() && series.bookedUntil().isBefore(endedBefore))
            .map(Series::id)
            .filter(id -> events.stream().noneMatch(event -> isOf(id, event)))
            .limit(mostSeries)
            .toList();
    ended.forEach(byId::remove);
    forgetRequests();
    return new PurgedSeries(ended.size(), skipped);
  }

  private Optional<SeriesResult> earlierResult(UUID requestId, List<Event> events) {
    List<Optional<StoredSeries>> made =
        madeByRequestId.getOrDefault(requestId, List.of()).stream()
            .map(id -> Optional.ofNullable(byId.get(id)).map(saved -> withCount(saved, events)))
            .toList();
    return made.stream().allMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            SeriesResult.replayed(
                made.get(0), made.stream().skip(1).findFirst().orElse(Optional.empty())));
  }

  private SeriesState stateOf(UUID id, Optional<String> etag, List<Event> events) {
    SavedSeries saved = require(id);
    if (etag.isPresent() && !etag.get().equals(saved.series().etag())) {
      throw EtagMismatchException.ofSeries(id);
    }
    List<Event> occurrences =
        events.stream().filter(event -> isOf(id, event)).sorted(BY_ORIGINAL_START).toList();
    return new SeriesState(saved.series(), occurrences, saved.skipped());
  }

  private SavedSeries require(UUID id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new SeriesNotFoundException(ownerId, id));
  }

  private void requireNoOther(SavedSeries wanted) {
    Optional<String> uid = uid(wanted.series());
    all().stream()
        .filter(series -> uid.isPresent() && uid(series).equals(uid))
        .filter(series -> !series.id().equals(wanted.series().id()))
        .findFirst()
        .ifPresent(
            other -> {
              throw IcalUidExistsException.ofSeries(other.id());
            });
  }

  private static Optional<String> uid(Series series) {
    return series.source().map(source -> source.component().uid());
  }

  private void write(SeriesChange change, SeriesRequest request, OwnerEvents agenda) {
    agenda.remove(change.removed(), request.now());
    agenda.put(change.updated());
    agenda.put(change.inserted());
    change.removedSeries().ifPresent(byId::remove);
    change.saved().forEach(saved -> byId.put(saved.series().id(), saved));
    forgetRequests();
    request
        .requestId()
        .ifPresent(
            id ->
                madeByRequestId.put(
                    id, change.saved().stream().map(saved -> saved.series().id()).toList()));
  }

  /** Forgets requests of which no series is left. */
  private void forgetRequests() {
    madeByRequestId.values().removeIf(ids -> ids.stream().noneMatch(byId::containsKey));
  }

  private static StoredSeries withCount(SavedSeries saved, List<Event> events) {
    UUID id = saved.series().id();
    return new StoredSeries(
        saved.series(),
        (int) events.stream().filter(event -> isOf(id, event)).count(),
        saved.skipped().stream().limit(StoredSeries.SKIPPED_SHOWN).toList(),
        saved.skipped().size());
  }

  private static boolean isOf(UUID seriesId, Event event) {
    return event.occurrence().filter(place -> place.seriesId().equals(seriesId)).isPresent();
  }
}
