package calendar.series.postgres;

import static java.util.stream.Collectors.groupingBy;

import calendar.database.Statements;
import calendar.database.Statements.Array;
import calendar.series.model.SavedSeries;
import calendar.series.model.Series;
import calendar.series.model.SeriesKey;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.storage.PurgedSeries;
import calendar.series.storage.SeriesResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads and writes rows of series. Safe for use by any number of threads. */
final class SeriesStatements {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final DataSource database;

  SeriesStatements(DataSource database) {
    this.database = database;
  }

  /**
   * @param id may be null; then there is no series
   */
  Optional<StoredSeries> find(String ownerId, UUID id) {
    return id == null
        ? Optional.empty()
        : stored(ownerId, SeriesSql.GET, ownerId, id).stream().findFirst();
  }

  List<StoredSeries> list(String ownerId, Optional<UUID> after, int limit) {
    return stored(ownerId, SeriesSql.LIST, ownerId, after.orElse(BEFORE_ALL), limit);
  }

  List<SeriesKey> bookedBefore(Instant time, int limit) {
    List<SeriesKey> keys = new ArrayList<>();
    query(
        SeriesSql.BOOKED_BEFORE,
        row -> keys.add(new SeriesKey(row.getString("owner_id"), row.getObject("id", UUID.class))),
        time,
        limit);
    return keys;
  }

  PurgedSeries purge(Instant endedBefore, int limit) {
    int skipped = Statements.update(database, SeriesSql.PURGE_SKIPPED, endedBefore, limit);
    int series = Statements.update(database, SeriesSql.PURGE, endedBefore, limit);
    return new PurgedSeries(series, skipped);
  }

  /** All skipped occurrences of a series, ordered by original start. */
  List<SkippedOccurrence> skipped(String ownerId, UUID seriesId) {
    return skipped(ownerId, Stream.of(seriesId), Integer.MAX_VALUE);
  }

  /** What a repeated request returns. Empty if the request is new, or its series are deleted. */
  Optional<SeriesResult> findReplay(String ownerId, UUID requestId) {
    Map<Integer, UUID> made = new HashMap<>();
    query(
        SeriesSql.FIND_REQUEST,
        row -> made.put(row.getInt("number"), row.getObject("series_id", UUID.class)),
        ownerId,
        requestId);
    return made.isEmpty()
        ? Optional.empty()
        : Optional.of(
            SeriesResult.replayed(find(ownerId, made.get(1)), find(ownerId, made.get(2))));
  }

  /**
   * @param made the first one is the answer
   */
  void insertRequest(String ownerId, UUID requestId, List<SavedSeries> made) {
    Statements.update(
        database,
        SeriesSql.INSERT_REQUEST,
        ownerId,
        requestId,
        new Array("uuid", made.stream().map(saved -> saved.series().id())));
  }

  /** Finds another series that was imported from the same component. */
  Optional<UUID> findSameComponent(Series series) {
    List<UUID> found = new ArrayList<>(1);
    series
        .source()
        .ifPresent(
            source ->
                query(
                    SeriesSql.SAME_COMPONENT,
                    row -> found.add(row.getObject("id", UUID.class)),
                    series.ownerId(),
                    source.component().uid(),
                    series.id()));
    return found.stream().findFirst();
  }

  /** Inserts or replaces a series, and its skipped occurrences if they are not the stored ones. */
  void save(SavedSeries saved, List<SkippedOccurrence> storedSkips) {
    Series series = saved.series();
    Statements.update(database, SeriesSql.SAVE, SeriesColumns.saved(series));
    if (!saved.skipped().equals(storedSkips)) {
      Statements.update(database, SeriesSql.DELETE_SKIPPED, series.ownerId(), series.id());
      insertSkipped(saved);
    }
  }

  /** Inserts the skipped occurrences of a series that has none yet. */
  void insertSkipped(SavedSeries saved) {
    if (!saved.skipped().isEmpty()) {
      Series series = saved.series();
      Statements.update(
          database,
          SeriesSql.INSERT_SKIPPED,
          SeriesColumns.skipped(series.ownerId(), series.id(), saved.skipped()));
    }
  }

  void delete(String ownerId, UUID id) {
    Statements.update(database, SeriesSql.DELETE, ownerId, id);
  }

  private List<StoredSeries> stored(String ownerId, String sql, Object... parameters) {
    List<SeriesRow> rows = new ArrayList<>();
    query(sql, row -> rows.add(SeriesRow.read(row)), parameters);
    Stream<UUID> withSkips =
        rows.stream().filter(row -> row.skippedCount() > 0).map(row -> row.series().id());
    Map<UUID, List<SkippedOccurrence>> skips =
        rows.stream().allMatch(row -> row.skippedCount() == 0)
            ? Map.of()
            : skipped(ownerId, withSkips, StoredSeries.SKIPPED_SHOWN).stream()
                .collect(groupingBy(skip -> skip.occurrence().seriesId()));
    return rows.stream()
        .map(
            row ->
                new StoredSeries(
                    row.series(),
                    row.occurrenceCount(),
                    skips.getOrDefault(row.series().id(), List.of()),
                    row.skippedCount()))
        .toList();
  }

  private List<SkippedOccurrence> skipped(String ownerId, Stream<UUID> seriesIds, int most) {
    List<SkippedOccurrence> skipped = new ArrayList<>();
    query(
        SeriesSql.SKIPPED,
        row -> skipped.add(SeriesRow.skipped(row)),
        ownerId,
        new Array("uuid", seriesIds),
        most);
    return skipped;
  }

  private void query(String sql, Statements.RowReader reader, Object... parameters) {
    Statements.query(database, sql, reader, parameters);
  }
}
