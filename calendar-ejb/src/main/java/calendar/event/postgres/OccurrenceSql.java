package calendar.event.postgres;

/** SQL of the occurrences of series. Runs on PostgreSQL 15 and later. */
final class OccurrenceSql {
  private OccurrenceSql() {}

  /** Locks the occurrences of a series, in the order of their starts. ?1: the owner, ?2: its id. */
  static final String LOCK =
      """
      SELECT id FROM events
      WHERE owner_id = ? AND series_id = ?
      ORDER BY start_time, id
      FOR UPDATE""";

  /** Reads the occurrences of series, ordered by original start. ?1: owners, ?2: ids of series. */
  static final String OF_SERIES =
      EventSql.withReminders(
          EventRows.COLUMNS,
          "CAST(? AS text[]), CAST(? AS uuid[])",
          "owner_id, series_id",
          "SELECT * FROM events WHERE owner_id = wanted.owner_id AND series_id = wanted.series_id",
          "e.original_start_time");

  /** Takes events out of the exclusion constraint. ?1: the owner, ?2: ids. */
  static final String PARK =
      "UPDATE events SET availability = 'FREE' WHERE owner_id = ? AND id = ANY (?)";

  /** ?1: the owner, ?2: ids. */
  static final String DELETE = "DELETE FROM events WHERE owner_id = ? AND id = ANY (?)";
}
