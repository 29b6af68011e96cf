package calendar.series.memory;

import calendar.error.Conflict;
import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.SeriesNotFoundException;
import calendar.event.Event;
import calendar.event.memory.OwnerEvents;
import calendar.series.ChangedEvent;
import calendar.series.OnConflict;
import calendar.series.SavedSeries;
import calendar.series.Series;
import calendar.series.SeriesChange;
import calendar.series.SeriesPlanner;
import calendar.series.SeriesRequest;
import calendar.series.SeriesResult;
import calendar.series.SeriesState;
import calendar.series.StoredSeries;
import com.github.f4b6a3.uuid.util.UuidComparator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

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
    SeriesChange planned =
        planner.plan(request.seriesId().map(id -> stateOf(id, request.etag(), stored)));
    planned.saved().forEach(this::requireNoOther);
    Map<UUID, Conflict> conflicts = Conflicts.of(planned, stored);
    List<Conflict> ordered =
        SeriesChange.decide(conflicts, request.isTrial() ? OnConflict.SKIP : request.onConflict());
    SeriesChange change =
        request.onConflict() == OnConflict.SKIP ? planned.without(conflicts) : planned;
    if (!request.isTrial()) {
      write(change, request.requestId(), agenda);
    }
    List<Event> after = after(change, stored);
    List<StoredSeries> saved =
        change.saved().stream().map(series -> withCount(series, after)).toList();
    return new SeriesResult(
        saved.stream().findFirst(),
        saved.stream().skip(1).findFirst(),
        false,
        change.added().size(),
        change.removed().size(),
        change.detached(),
        ordered);
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

  private Optional<SeriesResult> earlierResult(UUID requestId, List<Event> events) {
    List<Optional<StoredSeries>> made =
        madeByRequestId.getOrDefault(requestId, List.of()).stream()
            .map(id -> Optional.ofNullable(byId.get(id)).map(saved -> withCount(saved, events)))
            .toList();
    return made.stream().allMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            SeriesResult.replayed(made.get(0), made.size() > 1 ? made.get(1) : Optional.empty()));
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

  private void write(SeriesChange change, Optional<UUID> requestId, OwnerEvents agenda) {
    agenda.replace(
        before(change), Stream.concat(changed(change), change.added().stream()).toList());
    change.removedSeries().ifPresent(byId::remove);
    change.saved().forEach(saved -> byId.put(saved.series().id(), saved));
    madeByRequestId.values().removeIf(ids -> ids.stream().noneMatch(byId::containsKey));
    requestId.ifPresent(
        request ->
            madeByRequestId.put(
                request, change.saved().stream().map(saved -> saved.series().id()).toList()));
  }

  private static List<Event> after(SeriesChange change, List<Event> stored) {
    Map<UUID, Event> events = new HashMap<>();
    stored.forEach(event -> events.put(event.id(), event));
    before(change).forEach(event -> events.remove(event.id()));
    Stream.concat(changed(change), change.added().stream())
        .forEach(event -> events.put(event.id(), event));
    return List.copyOf(events.values());
  }

  /** The stored events that are no longer what they were. */
  private static List<Event> before(SeriesChange change) {
    return Stream.concat(
            change.removed().stream(), change.changed().stream().map(ChangedEvent::before))
        .toList();
  }

  private static Stream<Event> changed(SeriesChange change) {
    return change.changed().stream().map(ChangedEvent::after);
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
