package calendar.event.postgres;

import calendar.event.EventTexts;

/** The statements of events. They run on PostgreSQL 15 and later. */
final class EventSql {
  private EventSql() {}

  /**
   * Whether {@code e} overlaps {@code wanted}. Since an owner's events do not overlap, the last one
   * that began by the wanted start is the only one that can reach beyond it from before: so the
   * index by start finds them at the cost of what is found, however many events there are.
   */
  private static final String OVERLAPPING =
      """
      e.owner_id = wanted.owner_id AND e.start_time < wanted.end_time
        AND e.end_time > wanted.start_time
        AND e.start_time >= COALESCE(
            (SELECT max(start_time) FROM events
             WHERE owner_id = wanted.owner_id AND start_time <= wanted.start_time),
            wanted.start_time)""";

  private static final String FIRST_OVERLAPPING =
      """
      SELECT e.* FROM events e WHERE %s AND e.start_time > COALESCE(wanted.after, '-infinity')
      ORDER BY e.start_time LIMIT wanted.most"""
          .formatted(OVERLAPPING);

  /**
   * Inserts the events of ?1 to ?10 whose time is free and whose request id is new, then their
   * reminders, ?11 to ?15, and tells their ids. Two of these never wait for each other in a circle,
   * as two plain INSERTs into an exclusion constraint may, if both have their rows in the same
   * order.
   */
  static final String INSERT = insert("", "");

  /**
   * As {@link #INSERT}, where some events are imported. Their sources are ?11 to ?15, the reminders
   * ?16 to ?20. Inserts no event whose component has one already. A statement of its own, so that
   * other creates do not pay for it.
   */
  static final String INSERT_IMPORTED =
      insert(
          ", ical_uid, ical_recurrence_id, ical_sequence, ical_modified_time, ical_version",
          """
          , CAST(? AS text[]), CAST(? AS text[]), CAST(? AS int[]), CAST(? AS timestamptz[]),
          CAST(? AS bigint[])""");

  /** The event of each. ?1: owners, ?2: ids. */
  static final String GET =
      withReminders(
          "CAST(? AS text[]), CAST(? AS uuid[])",
          "owner_id, id",
          "SELECT * FROM events WHERE owner_id = wanted.owner_id AND id = wanted.id");

  /**
   * The event that is there already for each. ?1: owners, ?2: ids, ?3: request ids. Two look-ups,
   * and a limit that keeps them apart: joined by an OR, they become a scan of the whole table.
   */
  static final String EARLIER =
      withReminders(
          "CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS uuid[])",
          "owner_id, id, request_id",
          """
          SELECT * FROM events WHERE owner_id = wanted.owner_id AND id = wanted.id
          UNION ALL
          SELECT * FROM events
          WHERE owner_id = wanted.owner_id AND request_id = wanted.request_id
          LIMIT 1""");

  /** The earliest event in the way of each. ?1: owners, ?2: ids, ?3: starts, ?4: ends. */
  static final String CONFLICTS =
      """
      SELECT wanted.id, busy.id, busy.start_time, busy.end_time
      FROM unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS timestamptz[]),
                  CAST(? AS timestamptz[]))
        AS wanted (owner_id, id, start_time, end_time)
      CROSS JOIN LATERAL (
        SELECT e.* FROM events e
        WHERE e.id <> wanted.id AND %s
        ORDER BY e.start_time LIMIT 1) busy"""
          .formatted(OVERLAPPING);

  /**
   * The events of each owner that overlap a time. ?1: owners, ?2: starts, ?3: ends, ?4: they begin
   * after these (null: all), ?5: how many at most, which {@link EventTexts#alwaysFit} a list.
   */
  static final String LIST = list(FIRST_OVERLAPPING);

  /** As {@link #LIST} for any number of events, up to the one by which their texts are too many. */
  static final String LONG_LIST =
      list(
          """
          SELECT * FROM (
            SELECT e.*, sum(octet_length(e.title) + octet_length(e.description))
              OVER (ORDER BY e.start_time ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
              AS bytes_before
            FROM (%s) e) e
          WHERE COALESCE(e.bytes_before, 0) <= %d"""
              .formatted(FIRST_OVERLAPPING, EventTexts.LARGEST_LIST_BYTES));

  /**
   * Makes the updates of one owner follow each other: two that moved their events into each other's
   * way would each wait for the other until PostgreSQL ends one of them, a second later.
   */
  static final String LOCK_OWNER = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))";

  /** Writes what an update may change. ?1 to ?11: the columns, ?12: the owner, ?13: the id. */
  static final String UPDATE =
      """
      UPDATE events
      SET title = ?, description = ?, start_time = ?, end_time = ?, version = ?, update_time = ?,
          ical_uid = ?, ical_recurrence_id = ?, ical_sequence = ?, ical_modified_time = ?,
          ical_version = ?
      WHERE owner_id = ? AND id = ?
      RETURNING id""";

  /**
   * Removes the reminders of an event but for those that stay. ?1: the owner, ?2: the event's id,
   * ?3: the ids that stay. They are locked in the order of ids first, as senders lock theirs:
   * otherwise the two might wait in a circle.
   */
  static final String REMOVE_REMINDERS =
      """
      DELETE FROM reminders
      WHERE id = ANY (ARRAY (
        SELECT id FROM reminders
        WHERE owner_id = ? AND event_id = ? AND id <> ALL (?)
        ORDER BY id
        FOR UPDATE))
      RETURNING id""";

  /** Adds reminders to an event. ?1: the owner, ?2: the event's id, ?3 to ?6: the reminders. */
  static final String INSERT_REMINDERS =
      """
      INSERT INTO reminders (owner_id, event_id, id, remind_before_micros, remind_time, due_time,
                             state)
      SELECT CAST(? AS text), CAST(? AS uuid), r.id, r.remind_before_micros, r.remind_time,
             r.remind_time, r.state
      FROM unnest(
          CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS timestamptz[]), CAST(? AS text[]))
        AS r (id, remind_before_micros, remind_time, state)
      RETURNING id""";

  static final String PING =
      "SELECT count(*) FROM (SELECT ical_version FROM events LIMIT 1) any_event,"
          + " (SELECT due_time FROM reminders LIMIT 1) any_reminder,"
          + " (SELECT delete_time FROM deleted_components LIMIT 1) any_deleted";

  private static String insert(String moreColumns, String moreArrays) {
    return """
        WITH booked AS (
          INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                              create_time, update_time, request_id%s)
          SELECT * FROM unnest(
              CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]),
              CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS bigint[]),
              CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS uuid[])%s)
          ON CONFLICT DO NOTHING
          RETURNING owner_id, id),
        reminded AS (
          INSERT INTO reminders (owner_id, event_id, id, remind_before_micros, remind_time,
                                 due_time, state)
          SELECT booked.owner_id, booked.id, r.id, r.remind_before_micros, r.remind_time,
                 r.remind_time, r.state
          FROM unnest(
              CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS timestamptz[]),
              CAST(? AS text[]))
            AS r (event_id, id, remind_before_micros, remind_time, state)
          JOIN booked ON booked.id = r.event_id)
        SELECT id FROM booked"""
        .formatted(moreColumns, moreArrays);
  }

  private static String list(String events) {
    return withReminders(
        """
        CAST(? AS text[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]),
        CAST(? AS timestamptz[]), CAST(? AS int[])""",
        "owner_id, start_time, end_time, after, most",
        events);
  }

  /**
   * The events for each of what is wanted, with their reminders, as {@link EventRows} takes them:
   * in one statement, so that they fit each other. All is looked up for one event after the other,
   * by index, whatever the planner expects: what numbers an event's reminders keeps it from joining
   * with a whole table.
   */
  private static String withReminders(String arrays, String columns, String events) {
    return withReminders(EventRows.COLUMNS, arrays, columns, events, "e.start_time");
  }

  /** As {@link #withReminders(String, String, String)}, with more columns and in another order. */
  static String withReminders(
      String selected, String arrays, String columns, String events, String order) {
    return """
        SELECT %s
        FROM unnest(%s) WITH ORDINALITY AS wanted (%s, number)
        CROSS JOIN LATERAL (%s) e
        LEFT JOIN LATERAL (
          SELECT *, row_number() OVER (ORDER BY remind_before_micros DESC) = 1 AS is_first
          FROM reminders WHERE owner_id = e.owner_id AND event_id = e.id) r ON true
        ORDER BY wanted.number, %s, r.remind_before_micros DESC"""
        .formatted(selected, arrays, columns, events, order);
  }
}
