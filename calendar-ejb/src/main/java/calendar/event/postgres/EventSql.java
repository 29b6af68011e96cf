package calendar.event.postgres;

import calendar.event.EventTexts;

/** SQL of events and their reminders. Runs on PostgreSQL 15 and later. */
final class EventSql {
  private EventSql() {}

  /** Most bytes of an event {@code e}. */
  static final String TEXT_BYTES =
      "octet_length(e.title) + octet_length(e.description) + COALESCE(octet_length(e.location), 0)";

  /**
   * True if {@code e} is busy and overlaps {@code wanted}. Busy events of one owner never overlap,
   * so of those that start before the wanted interval only the last one can reach into it. The scan
   * of the index {@code events_busy_by_start} begins there and reads no more rows than it finds.
   */
  private static final String BUSY_OVERLAPPING =
      """
      e.owner_id = wanted.owner_id AND e.availability IS NULL AND e.start_time < wanted.end_time
        AND e.end_time > wanted.start_time
        AND e.start_time >= COALESCE(
            (SELECT max(start_time) FROM events
             WHERE owner_id = wanted.owner_id AND availability IS NULL
               AND start_time <= wanted.start_time),
            wanted.start_time)""";

  private static final String LIST_COLUMNS =
      "owner_id, start_time, end_time, after_time, after_id, most";

  private static final String LIST_ARRAYS =
      """
      CAST(? AS text[]), CAST(? AS timestamptz[]), CAST(? AS timestamptz[]),
      CAST(? AS timestamptz[]), CAST(? AS uuid[]), CAST(? AS int[])""";

  /**
   * The reminders {@code r} of an event {@code e}. The window function {@code row_number} forces a
   * look-up by index for each event; without it PostgreSQL may join with the whole table. The owner
   * is taken from {@code wanted}: with both keys from {@code e}, PostgreSQL expects that events
   * repeat, and remembers the reminders of each in vain (Memoize).
   */
  private static final String REMINDERS =
      """
      LEFT JOIN LATERAL (
        SELECT *, row_number() OVER (ORDER BY remind_before_micros DESC) = 1 AS is_first
        FROM reminders WHERE owner_id = wanted.owner_id AND event_id = e.id) r ON true""";

  private static final String FREE = "e.owner_id = wanted.owner_id AND e.availability IS NOT NULL";

  private static final String AFTER =
      "(e.start_time, e.id) > (COALESCE(wanted.after_time, '-infinity'), wanted.after_id)";

  private static final String FIRST_BUSY =
      """
      SELECT e.* FROM events e WHERE %s AND %s
      ORDER BY e.start_time LIMIT wanted.most"""
          .formatted(BUSY_OVERLAPPING, AFTER);

  /**
   * The first events that overlap, in the order of {@link calendar.event.EventPosition}: busy ones,
   * free ones that start in the interval, and free ones that reach into it from before. Each has an
   * index of its own, because a free event may be long and may overlap many others.
   */
  private static final String FIRST_OVERLAPPING =
      """
      SELECT * FROM (
        (%1$s)
        UNION ALL
        (SELECT e.* FROM events e
         WHERE %2$s AND e.start_time > wanted.start_time AND e.start_time < wanted.end_time AND %3$s
         ORDER BY e.start_time, e.id LIMIT wanted.most)
        UNION ALL
        (SELECT e.* FROM events e
         WHERE %2$s AND hashtextextended(e.owner_id, 0) = hashtextextended(wanted.owner_id, 0)
           AND tstzrange(e.start_time, e.end_time) @> wanted.start_time AND %3$s)) e
      ORDER BY e.start_time, e.id LIMIT wanted.most"""
          .formatted(FIRST_BUSY, FREE, AFTER);

  /**
   * Inserts events, ?1 to ?10, if their time is free and their request id is new, and their
   * reminders, ?11 to ?15. Returns the ids of the inserted events. Two plain INSERTs into an
   * exclusion constraint can deadlock; two of these cannot, if both have their rows in the same
   * order.
   */
  static final String INSERT = insert("", "");

  /**
   * As {@link #INSERT} if some events have optional fields. Those are ?11 to ?23, the reminders ?24
   * to ?28. Does not insert an event whose component exists. It is a separate statement, so that
   * other creates do not pay for its columns.
   */
  static final String INSERT_COMPLETE =
      insert(
          ", " + OptionalColumns.NAMES,
          """
          , CAST(? AS text[]), CAST(? AS text[]), CAST(? AS int[]), CAST(? AS timestamptz[]),
          CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS date[]),
          CAST(? AS date[]), CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS timestamptz[]),
          CAST(? AS date[])""");

  /** Finds events by id. ?1: owners, ?2: ids. */
  static final String GET =
      withReminders(
          "CAST(? AS text[]), CAST(? AS uuid[])",
          "owner_id, id",
          "SELECT * FROM events WHERE owner_id = wanted.owner_id AND id = wanted.id");

  /**
   * Finds the stored event with the id or the request id of each create. ?1: owners, ?2: ids, ?3:
   * request ids. Two look-ups with a limit, because an OR would become a scan of the whole table.
   */
  static final String EXISTING =
      withReminders(
          "CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS uuid[])",
          "owner_id, id, request_id",
          """
          SELECT * FROM events WHERE owner_id = wanted.owner_id AND id = wanted.id
          UNION ALL
          SELECT * FROM events
          WHERE owner_id = wanted.owner_id AND request_id = wanted.request_id
          LIMIT 1""");

  /**
   * Finds the earliest other busy event that overlaps each event. ?1: owners, ?2: ids, ?3: starts,
   * ?4: ends.
   */
  static final String CONFLICTS =
      """
      SELECT wanted.id, busy.id AS conflict_id, busy.start_time AS conflict_start,
             busy.end_time AS conflict_end
      FROM unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS timestamptz[]),
                  CAST(? AS timestamptz[]))
        AS wanted (owner_id, id, start_time, end_time)
      CROSS JOIN LATERAL (
        SELECT e.* FROM events e
        WHERE e.id <> wanted.id AND %s
        ORDER BY e.start_time LIMIT 1) busy"""
          .formatted(BUSY_OVERLAPPING);

  /**
   * Lists the busy events that overlap intervals, and says which owners have free events: their
   * events are listed by {@link #MIXED_LIST}. So the other owners, nearly all, do not pay for the
   * search of free events. The number of such a list is negative: another column would make every
   * row slower. A list without busy events has one row without an event.
   *
   * <p>?1: owners, ?2: starts, ?3: ends, ?4 and ?5: only events after this start and id (null:
   * all), ?6: the largest number of events, for which {@link EventTexts#alwaysFit} is true.
   */
  static final String LIST = list(FIRST_BUSY);

  /**
   * As {@link #LIST} for any number of events. The last event is the one with which the texts
   * exceed {@link EventTexts#LARGEST_LIST_BYTES}.
   */
  static final String LONG_LIST = list(upToLargestList(FIRST_BUSY));

  /** Lists all events that overlap intervals. Parameters as of {@link #LIST}. */
  static final String MIXED_LIST =
      withReminders(LIST_ARRAYS, LIST_COLUMNS, upToLargestList(FIRST_OVERLAPPING));

  /** Takes the lock of {@link #LOCK_OWNER}. ?1: the owner. */
  static final String OWNER_LOCK = "pg_advisory_xact_lock(hashtextextended(?, 0))";

  /**
   * Runs the updates of one owner one after the other. Two concurrent updates that move their
   * events onto each other's time would deadlock, and PostgreSQL notices that only after a second.
   */
  static final String LOCK_OWNER = "SELECT 1 FROM " + OWNER_LOCK;

  /** Writes the columns that an update may change, ?1 to ?19. ?20: the owner, ?21: the id. */
  static final String UPDATE_ONLY =
      """
      UPDATE events
      SET title = ?, description = ?, start_time = ?, end_time = ?, version = ?, update_time = ?,
          ical_uid = ?, ical_recurrence_id = ?, ical_sequence = ?, ical_modified_time = ?,
          ical_version = ?, location = ?, availability = ?, start_date = ?, end_date = ?,
          time_zone = ?, series_id = ?, original_start_time = ?, original_start_date = ?
      WHERE owner_id = ? AND id = ?""";

  /** As {@link #UPDATE_ONLY}, and returns the id. */
  static final String UPDATE = UPDATE_ONLY + " RETURNING id";

  /**
   * Removes the reminders of events except some. ?1: the owner, ?2: the events' ids, ?3: the ids of
   * the reminders to keep. Locks them in the order of their ids first, as senders do; in another
   * order the two could deadlock.
   */
  static final String REMOVE_REMINDERS =
      """
      DELETE FROM reminders
      WHERE id = ANY (ARRAY (
        SELECT id FROM reminders
        WHERE owner_id = ? AND event_id = ANY (?) AND id <> ALL (?)
        ORDER BY id
        FOR UPDATE))
      RETURNING id""";

  /** Adds reminders to events. ?1: the owner, ?2: the events' ids, ?3 to ?6: the reminders. */
  static final String INSERT_REMINDERS =
      """
      INSERT INTO reminders (owner_id, event_id, id, remind_before_micros, remind_time, due_time,
                             state)
      SELECT CAST(? AS text), r.event_id, r.id, r.remind_before_micros, r.remind_time,
             r.remind_time, r.state
      FROM unnest(
          CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS timestamptz[]),
          CAST(? AS text[]))
        AS r (event_id, id, remind_before_micros, remind_time, state)
      RETURNING id""";

  /** Reads a recent column of each table, so that it fails on the schema of an older version. */
  static final String PING =
      "SELECT count(*) FROM (SELECT series_id FROM events LIMIT 1) any_event,"
          + " (SELECT due_time FROM reminders LIMIT 1) any_reminder,"
          + " (SELECT delete_time FROM deleted_components LIMIT 1) any_deleted,"
          + " (SELECT role FROM grants LIMIT 1) any_grant";

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

  private static String upToLargestList(String events) {
    return """
        SELECT * FROM (
          SELECT e.*, sum(%s)
            OVER (ORDER BY e.start_time, e.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
            AS bytes_before
          FROM (%s) e) e
        WHERE COALESCE(e.bytes_before, 0) <= %d"""
        .formatted(TEXT_BYTES, events, EventTexts.LARGEST_LIST_BYTES);
  }

  private static String list(String busyEvents) {
    return """
        SELECT %s
        FROM unnest(%s) WITH ORDINALITY AS wanted (%s, number)
        LEFT JOIN LATERAL (
          SELECT true AS is_found FROM events
          WHERE owner_id = wanted.owner_id AND availability IS NOT NULL LIMIT 1) free ON true
        LEFT JOIN LATERAL (%s) e ON true
        %s
        ORDER BY wanted.number, e.start_time, r.remind_before_micros DESC"""
        .formatted(
            EventRows.columns("CASE WHEN free.is_found THEN -wanted.number ELSE wanted.number END"),
            LIST_ARRAYS,
            LIST_COLUMNS,
            busyEvents,
            REMINDERS);
  }

  /**
   * Reads events with their reminders, as rows for {@link EventRows}, in one statement so that both
   * are of the same moment.
   *
   * @param arrays the parameters, one array for each column of {@code wanted}
   * @param columns the columns of {@code wanted}
   * @param events a query for the events {@code e} of a row of {@code wanted}
   */
  private static String withReminders(String arrays, String columns, String events) {
    return withReminders(EventRows.COLUMNS, arrays, columns, events, "e.start_time, e.id");
  }

  /** As {@link #withReminders(String, String, String)}, with other columns and another order. */
  static String withReminders(
      String selected, String arrays, String columns, String events, String order) {
    return """
        SELECT %s
        FROM unnest(%s) WITH ORDINALITY AS wanted (%s, number)
        CROSS JOIN LATERAL (%s) e
        %s
        ORDER BY wanted.number, %s, r.remind_before_micros DESC"""
        .formatted(selected, arrays, columns, events, REMINDERS, order);
  }
}
