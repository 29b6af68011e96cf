package calendar.series.postgres;

import calendar.event.postgres.OccurrenceStatements;

/**
 * The statement that books a new series. It takes the owner's lock first, then writes the request
 * id, the series, its occurrences and their reminders. An occurrence whose time is taken is not
 * inserted, as by {@code EventSql.INSERT}. Runs on PostgreSQL 15 and later.
 *
 * <p>Occurrences take what they have in common from the row of the series. They are inserted in the
 * order of the arrays, so callers sort these by start. No other row of a new series can be in
 * conflict with a stored one, so PostgreSQL looks for conflicts in only one index.
 *
 * <p>Returns whether the series was written, which is false if the request id is known, and the ids
 * of the inserted occurrences, or null if all were inserted.
 */
final class BookingSql {
  private BookingSql() {}

  /**
   * ?1 and ?2: the owner. ?3: the request id, ?4: the series' id. ?5 to ?26: {@link
   * SeriesColumns#saved}. ?27 to ?31: ids, starts, ends, first and last dates of occurrences. ?32
   * to ?34: their reminders: ids of occurrences, ids, and microseconds before the start. ?35: how
   * many occurrences there are.
   */
  static final String WITH_REQUEST =
      book(
          """
          request AS (
            INSERT INTO series_requests (owner_id, request_id, series_id, number)
            SELECT owner_id, CAST(? AS uuid), CAST(? AS uuid), 1 FROM owner
            ON CONFLICT DO NOTHING
            RETURNING owner_id),""",
          "request");

  /** As {@link #WITH_REQUEST}, without ?3 and ?4. */
  static final String WITHOUT_REQUEST = book("", "owner");

  private static String book(String request, String ifFrom) {
    return """
        WITH owner AS MATERIALIZED (SELECT CAST(? AS text) AS owner_id FROM %s),
        %s
        made AS (
          INSERT INTO series (%s)
          SELECT CAST(? AS text), CAST(? AS uuid), CAST(? AS text), CAST(? AS text),
                 CAST(? AS text), CAST(? AS text), CAST(? AS timestamptz), CAST(? AS timestamptz),
                 CAST(? AS date), CAST(? AS date), CAST(? AS text), CAST(? AS bigint[]),
                 CAST(? AS text[]), CAST(? AS bigint), CAST(? AS timestamptz),
                 CAST(? AS timestamptz), CAST(? AS timestamptz), CAST(? AS boolean),
                 CAST(? AS text), CAST(? AS int), CAST(? AS timestamptz), CAST(? AS bigint)
          FROM %s
          RETURNING *),
        booked AS (
          INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                              create_time, update_time, location, availability, start_date,
                              end_date, time_zone, series_id, original_start_time,
                              original_start_date)
          SELECT made.owner_id, o.id, made.title, made.description, o.start_time, o.end_time,
                 made.version, made.create_time, made.update_time, made.location,
                 made.availability, o.start_date, o.end_date, made.time_zone, made.id,
                 o.start_time, o.start_date
          FROM made
          CROSS JOIN unnest(
              CAST(? AS uuid[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]),
              CAST(? AS date[]), CAST(? AS date[]))
            AS o (id, start_time, end_time, start_date, end_date)
          ON CONFLICT ON CONSTRAINT events_owner_time_free DO NOTHING
          RETURNING owner_id, id, start_time),
        reminded AS (
          INSERT INTO reminders (owner_id, event_id, id, remind_before_micros, remind_time,
                                 due_time, state)
          SELECT booked.owner_id, booked.id, r.id, r.before,
                 booked.start_time - r.before * interval '1 microsecond',
                 booked.start_time - r.before * interval '1 microsecond', 'SCHEDULED'
          FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bigint[]))
            AS r (event_id, id, before)
          JOIN booked ON booked.id = r.event_id)
        SELECT EXISTS (SELECT FROM made) AS is_new,
               CASE WHEN (SELECT count(*) FROM booked) < ? THEN ARRAY (SELECT id FROM booked) END
                 AS booked"""
        .formatted(OccurrenceStatements.OWNER_LOCK, request, SeriesSql.WRITTEN, ifFrom);
  }
}
