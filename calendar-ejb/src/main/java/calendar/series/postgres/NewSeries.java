package calendar.series.postgres;

import calendar.database.CollisionException;
import calendar.database.Statements;
import calendar.error.Conflict;
import calendar.event.Event;
import calendar.event.postgres.OccurrenceStatements;
import calendar.series.model.OnConflict;
import calendar.series.model.SavedSeries;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Books new series, each by the one statement of {@link BookingSql}. Only if an occurrence was not
 * inserted, another statement looks for what is in the way. The caller has a transaction, and rolls
 * it back on any exception. Safe for use by any number of threads.
 */
final class NewSeries {
  private final DataSource database;
  private final SeriesStatements series;
  private final OccurrenceStatements occurrences;

  /**
   * @param database its connections belong to the caller's transaction
   */
  NewSeries(DataSource database) {
    this.database = database;
    this.series = new SeriesStatements(database);
    this.occurrences = new OccurrenceStatements(database);
  }

  /**
   * What the statement did.
   *
   * @param left the occurrences that were not inserted
   */
  private record Booked(boolean isNew, List<Event> left) {}

  /**
   * Returns true if the change is only a new series. An imported one may exist already, which must
   * be known before it is written.
   */
  static boolean is(SeriesChange planned) {
    return planned.saved().size() == 1
        && planned.saved().get(0).series().source().isEmpty()
        && planned.saved().get(0).skipped().isEmpty()
        && planned.changed().isEmpty()
        && planned.removed().isEmpty()
        && planned.removedSeries().isEmpty();
  }

  /**
   * Writes a series that is new, or returns the one that an earlier request with the same request
   * id made.
   *
   * @throws calendar.error.SeriesConflictException if conflicts are refused
   * @throws CollisionException if what was in the way has disappeared
   */
  SeriesResult book(SeriesRequest request, SeriesChange planned) {
    List<Event> wanted = planned.inserted();
    SavedSeries saved = planned.saved().get(0);
    Booked booked = insert(request, saved, wanted);
    if (!booked.isNew()) {
      return request
          .requestId()
          .flatMap(id -> series.findReplay(request.ownerId(), id))
          .orElseThrow(() -> new CollisionException("the series of this request was just deleted"));
    }
    Map<UUID, Conflict> conflicts =
        booked.left().isEmpty() ? Map.of() : occurrences.conflicts(booked.left());
    if (conflicts.size() < booked.left().size()) {
      throw new CollisionException(
          "occurrences were not inserted, but nothing conflicts with them");
    }
    SeriesChange.decide(conflicts, request.onConflict());
    SeriesChange written = planned.without(conflicts);
    series.insertSkipped(written.saved().get(0));
    return SeriesResult.of(
        written, Optional.empty(), SeriesChange.decide(conflicts, OnConflict.SKIP));
  }

  private Booked insert(SeriesRequest request, SavedSeries saved, List<Event> wanted) {
    List<Booked> answer = new ArrayList<>(1);
    Statements.query(
        database,
        request.requestId().isPresent() ? BookingSql.WITH_REQUEST : BookingSql.WITHOUT_REQUEST,
        row -> answer.add(new Booked(row.getBoolean("is_new"), left(row, wanted))),
        parameters(request, saved, wanted));
    return answer.get(0);
  }

  private static List<Event> left(ResultSet row, List<Event> wanted) throws SQLException {
    Array ids = row.getArray("booked");
    if (ids == null) {
      return List.of();
    }
    Set<UUID> booked = Set.of((UUID[]) ids.getArray());
    return wanted.stream().filter(event -> !booked.contains(event.id())).toList();
  }

  private static Object[] parameters(SeriesRequest request, SavedSeries saved, List<Event> wanted) {
    Stream<Object> owner = Stream.of(request.ownerId(), request.ownerId());
    Stream<Object> ids =
        request.requestId().stream().flatMap(id -> Stream.of(id, saved.series().id()));
    return Stream.of(
            owner,
            ids,
            Stream.of(SeriesColumns.saved(saved.series())),
            Stream.of(SeriesColumns.booked(wanted)))
        .flatMap(part -> part)
        .toArray();
  }
}
