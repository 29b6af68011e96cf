package calendar.series.postgres;

/** SQL of series. Runs on PostgreSQL 15 and later. */
final class SeriesSql {
  private SeriesSql() {}

  private static final String COLUMNS =
      """
      s.*,
      (SELECT count(*) FROM events WHERE owner_id = s.owner_id AND series_id = s.id)
        AS occurrence_count,
      (SELECT count(*) FROM skipped_occurrences WHERE owner_id = s.owner_id AND series_id = s.id)
        AS skipped_count""";

  /** ?1: the owner, ?2: the id. */
  static final String GET =
      "SELECT %s FROM series s WHERE s.owner_id = ? AND s.id = ?".formatted(COLUMNS);

  /** ?1: the owner, ?2: only series with a higher id, ?3: the limit. */
  static final String LIST =
      "SELECT %s FROM series s WHERE s.owner_id = ? AND s.id > ? ORDER BY s.id LIMIT ?"
          .formatted(COLUMNS);

  /**
   * Finds the skipped occurrences of series, ordered by series and original start. ?1: the owner,
   * ?2: ids, ?3: the most for each series.
   */
  static final String SKIPPED =
      """
      SELECT o.* FROM (SELECT CAST(? AS text) AS owner_id) o_owner
      CROSS JOIN unnest(CAST(? AS uuid[])) WITH ORDINALITY AS wanted (series_id, number)
      CROSS JOIN LATERAL (
        SELECT * FROM skipped_occurrences
        WHERE owner_id = o_owner.owner_id AND series_id = wanted.series_id
        ORDER BY original_start_time LIMIT ?) o
      ORDER BY wanted.number, o.original_start_time""";

  /** Finds another series of the same component. ?1: the owner, ?2: the UID, ?3: the series' id. */
  static final String SAME_COMPONENT =
      "SELECT id FROM series WHERE owner_id = ? AND ical_uid = ? AND id <> ?";

  /** The columns that {@link SeriesColumns#saved} has values for. */
  static final String WRITTEN =
      """
      owner_id, id, title, description, location, availability, start_time, end_time, start_date,
      end_date, time_zone, remind_before_micros, recurrence, version, create_time, update_time,
      booked_until, is_complete, ical_uid, ical_sequence, ical_modified_time, ical_version""";

  /** Inserts or replaces a series. See {@link SeriesColumns#saved}. */
  static final String SAVE =
      """
      INSERT INTO series (%s)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (owner_id, id) DO UPDATE
      SET title = EXCLUDED.title, description = EXCLUDED.description,
          location = EXCLUDED.location, availability = EXCLUDED.availability,
          start_time = EXCLUDED.start_time, end_time = EXCLUDED.end_time,
          start_date = EXCLUDED.start_date, end_date = EXCLUDED.end_date,
          time_zone = EXCLUDED.time_zone,
          remind_before_micros = EXCLUDED.remind_before_micros,
          recurrence = EXCLUDED.recurrence, version = EXCLUDED.version,
          update_time = EXCLUDED.update_time, booked_until = EXCLUDED.booked_until,
          is_complete = EXCLUDED.is_complete, ical_uid = EXCLUDED.ical_uid,
          ical_sequence = EXCLUDED.ical_sequence,
          ical_modified_time = EXCLUDED.ical_modified_time, ical_version = EXCLUDED.ical_version"""
          .formatted(WRITTEN);

  /** ?1: the owner, ?2: the id. Its skips and requests go with it. */
  static final String DELETE = "DELETE FROM series WHERE owner_id = ? AND id = ?";

  /** ?1: the owner, ?2: the id of the series. */
  static final String DELETE_SKIPPED =
      "DELETE FROM skipped_occurrences WHERE owner_id = ? AND series_id = ?";

  /** ?1: the owner, ?2: the id of the series, ?3 to ?5: one array for each other column. */
  static final String INSERT_SKIPPED =
      """
      INSERT INTO skipped_occurrences (owner_id, series_id, original_start_time,
                                       original_start_date, conflicting_event_id)
      SELECT CAST(? AS text), CAST(? AS uuid), o.*
      FROM unnest(CAST(? AS timestamptz[]), CAST(? AS date[]), CAST(? AS uuid[])) AS o""";

  /** ?1: the owner, ?2: the request id. */
  static final String FIND_REQUEST =
      "SELECT number, series_id FROM series_requests WHERE owner_id = ? AND request_id = ?";

  /** ?1: the owner, ?2: the request id, ?3: the series; the first one is the answer. */
  static final String INSERT_REQUEST =
      """
      INSERT INTO series_requests (owner_id, request_id, series_id, number)
      SELECT CAST(? AS text), CAST(? AS uuid), made.*
      FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS made""";

  /** ?1: the time, ?2: the limit. */
  static final String PURGE_SKIPPED =
      """
      DELETE FROM skipped_occurrences
      WHERE ctid = ANY (ARRAY (
        SELECT ctid FROM skipped_occurrences
        WHERE original_start_time < ?
        ORDER BY original_start_time
        LIMIT ?
        FOR UPDATE SKIP LOCKED))""";

  /**
   * Deletes series that ended before a time and have no occurrences. ?1: the time, ?2: the limit.
   */
  static final String PURGE =
      """
      DELETE FROM series
      WHERE ctid = ANY (ARRAY (
        SELECT s.ctid FROM series s
        WHERE s.is_complete AND s.booked_until < ?
          AND NOT EXISTS (SELECT FROM events WHERE owner_id = s.owner_id AND series_id = s.id)
        ORDER BY s.booked_until
        LIMIT ?
        FOR UPDATE SKIP LOCKED))""";

  /** Finds series that are booked up to a time before ?1. ?2: the limit. */
  static final String BOOKED_BEFORE =
      """
      SELECT owner_id, id FROM series
      WHERE NOT is_complete AND booked_until < ?
      ORDER BY booked_until LIMIT ?""";
}
