package calendar.event.postgres;

/** The statements that JPQL cannot say. They run on PostgreSQL 15 and later. */
final class EventSql {
  private EventSql() {}

  /**
   * Adds an event where its time is free and its request id is new; otherwise adds nothing. Two of
   * these never wait for each other in a circle, as two plain INSERTs into an exclusion constraint
   * may.
   */
  static final String INSERT =
      """
      INSERT INTO events (owner_id, id, title, description, start_time, end_time, version,
                          create_time, update_time, request_id)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, CAST(?10 AS uuid))
      ON CONFLICT DO NOTHING""";

  static final String BY_ID = withReminders("SELECT * FROM events WHERE owner_id = ?1 AND id = ?2");

  static final String BY_REQUEST_ID =
      withReminders("SELECT * FROM events WHERE owner_id = ?1 AND request_id = ?2");

  /** The earliest event that overlaps ?2 to ?3 and is not ?4. */
  static final String CONFLICT =
      withReminders(
          """
          SELECT * FROM events
          WHERE owner_id = ?1 AND tstzrange(start_time, end_time) && tstzrange(?2, ?3) AND id <> ?4
          ORDER BY start_time LIMIT 1""");

  /**
   * The events that overlap ?2 to ?3 and begin after ?4, at most ?5. Since an owner's events do not
   * overlap, the last one that began by ?2 is the only one that can reach into the interval from
   * before: so the index by start gives a page at the cost of a page, however many events there
   * are.
   */
  static final String LIST =
      withReminders(
          """
          SELECT * FROM events
          WHERE owner_id = ?1 AND start_time < ?3 AND end_time > ?2 AND start_time > ?4
            AND start_time >= COALESCE(
                (SELECT max(start_time) FROM events WHERE owner_id = ?1 AND start_time <= ?2), ?2)
          ORDER BY start_time LIMIT ?5""");

  /**
   * Makes the updates of one owner follow each other: two that moved their events into each other's
   * way would each wait for the other until PostgreSQL ends one of them, a second later.
   */
  static final String LOCK_OWNER = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))";

  static final String PING =
      "SELECT count(*) FROM (SELECT 1 FROM events LIMIT 1) any_event,"
          + " (SELECT due_time FROM reminders LIMIT 1) any_reminder";

  /** An event and its reminders in one statement, so that they fit each other. */
  private static String withReminders(String events) {
    return """
        SELECT e.*, r.id AS reminder_id, r.remind_before_micros, r.remind_time, r.state,
               r.deliver_time
        FROM (%s) e
        LEFT JOIN reminders r ON r.owner_id = e.owner_id AND r.event_id = e.id
        ORDER BY e.start_time, r.remind_time"""
        .formatted(events);
  }
}
