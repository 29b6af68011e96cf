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

  /**
   * An owner's events by their ids, one look-up for each: the limit forces that. Otherwise
   * PostgreSQL may read all events of the owner. Their places do not change under the owner's lock.
   */
  private static final String WHERE_WANTED =
      """
      WHERE ctid = ANY (ARRAY (
        SELECT e.place
        FROM (SELECT CAST(? AS text) AS owner_id, CAST(? AS uuid[]) AS ids) given
        CROSS JOIN unnest(given.ids) AS wanted (id)
        CROSS JOIN LATERAL (
          SELECT ctid AS place FROM events
          WHERE owner_id = given.owner_id AND id = wanted.id LIMIT 1) e))""";

  /** Takes events out of the exclusion constraint. ?1: the owner, ?2: ids. */
  static final String PARK = "UPDATE events SET availability = 'FREE' " + WHERE_WANTED;

  /** ?1: the owner, ?2: ids. */
  static final String DELETE = "DELETE FROM events " + WHERE_WANTED;
}
