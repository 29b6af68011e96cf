package calendar.event.postgres;

import calendar.event.EventTexts;

/** SQL of imported events and deleted components. Runs on PostgreSQL 15 and later. */
final class ComponentSql {
  private ComponentSql() {}

  /**
   * Finds another event of the same component for each event. ?1: owners, ?2: ids, ?3: UIDs, ?4:
   * RECURRENCE-IDs. The limit forces a look-up by index for each event; without it PostgreSQL may
   * join with the whole table.
   */
  static final String SAME_COMPONENT =
      """
      SELECT wanted.id, other.id AS other_id
      FROM unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]))
        AS wanted (owner_id, id, ical_uid, ical_recurrence_id)
      CROSS JOIN LATERAL (
        SELECT id FROM events
        WHERE owner_id = wanted.owner_id AND ical_uid = wanted.ical_uid
          AND ical_recurrence_id = wanted.ical_recurrence_id AND id <> wanted.id
        LIMIT 1) other""";

  /**
   * Notes that an imported event is deleted; replaces an older note of its component. ?1: the time,
   * ?2: the owner, ?3: the event's id. Does nothing if the event is not imported.
   */
  static final String REMEMBER_DELETED =
      """
      INSERT INTO deleted_components (owner_id, ical_uid, ical_recurrence_id, ical_sequence,
                                      delete_time)
      SELECT owner_id, ical_uid, ical_recurrence_id, ical_sequence, CAST(? AS timestamptz)
      FROM events
      WHERE owner_id = ? AND id = ? AND ical_uid IS NOT NULL
      ON CONFLICT (owner_id, ical_uid, ical_recurrence_id)
        DO UPDATE SET ical_sequence = EXCLUDED.ical_sequence, delete_time = EXCLUDED.delete_time
      RETURNING owner_id""";

  private static final String OF_UID =
      "owner_id = wanted.owner_id AND ical_uid = uids.uid AND ical_recurrence_id >= uids.first";

  /**
   * The keys of a page: events with the UIDs, and deleted components with the UIDs unless an event
   * of the component exists again. The limits force look-ups by index instead of joins.
   */
  private static final String COMPONENT_KEYS =
      """
      SELECT k.* FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS uids (uid, first)
      CROSS JOIN LATERAL (
        (SELECT id, ical_uid, ical_recurrence_id, ical_sequence,
                CAST(NULL AS timestamptz) AS delete_time
         FROM events
         WHERE %1$s
         ORDER BY ical_recurrence_id LIMIT wanted.most)
        UNION ALL
        (SELECT NULL, ical_uid, ical_recurrence_id, ical_sequence, delete_time
         FROM deleted_components d
         WHERE %1$s
           AND (SELECT id FROM events
                WHERE owner_id = d.owner_id AND ical_uid = d.ical_uid
                  AND ical_recurrence_id = d.ical_recurrence_id LIMIT 1) IS NULL
         ORDER BY ical_recurrence_id LIMIT wanted.most)) k
      ORDER BY k.ical_uid, k.ical_recurrence_id LIMIT wanted.most"""
          .formatted(OF_UID);

  /**
   * Finds an owner's imported events and deleted components, as rows for {@link ComponentRows}. It
   * is one statement, because an event that is deleted between two statements would be found by
   * neither. ?1: the owner, ?2: the largest number of entries, both as arrays with one element, ?3:
   * UIDs, ?4: the first RECURRENCE-ID to find of each UID. The last event is the one with which the
   * texts exceed {@link EventTexts#LARGEST_LIST_BYTES}.
   */
  static final String FIND =
      EventSql.withReminders(
          EventRows.COLUMNS + ", e.delete_time",
          "CAST(? AS text[]), CAST(? AS int[])",
          "owner_id, most",
          """
          SELECT * FROM (
            SELECT wanted.owner_id, k.*, e.title, e.description, e.start_time, e.end_time,
                   e.version, e.create_time, e.update_time, e.ical_modified_time, e.ical_version,
                   e.location, e.availability, e.start_date, e.end_date, e.time_zone,
                   e.series_id, e.original_start_time, e.original_start_date,
                   sum(%s)
                     OVER (ORDER BY k.ical_uid, k.ical_recurrence_id
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS bytes_before
            FROM (%s) k
            LEFT JOIN LATERAL (
              SELECT * FROM events WHERE owner_id = wanted.owner_id AND id = k.id LIMIT 1) e ON true) e
          WHERE COALESCE(e.bytes_before, 0) <= %d"""
              .formatted(EventSql.TEXT_BYTES, COMPONENT_KEYS, EventTexts.LARGEST_LIST_BYTES),
          "e.ical_uid, e.ical_recurrence_id");
}
