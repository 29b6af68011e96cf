package calendar.reminder.postgres;

/**
 * The statements of a reminder's life. What is due goes by the caller's clock, leases and the times
 * of republishing by the database's: {@code now()} is when the transaction began.
 */
final class ReminderSql {
  private ReminderSql() {}

  /**
   * ?1: the caller's now, ?2: the claim, ?3: the lease in microseconds, ?4 and ?5: the caller's
   * now, ?6: how many. The rows are locked in the order of the index, and those that another
   * scheduler holds are skipped. Their ids are an array, since nothing tempts PostgreSQL then to
   * read the whole table for them, as a join does.
   */
  static final String CLAIM =
      """
      UPDATE reminders r
      SET state = CASE WHEN e.end_time <= ? THEN 'MISSED' ELSE 'CLAIMED' END,
          claim_id = ?,
          due_time = now() + ? * interval '1 microsecond'
      FROM events e
      WHERE e.owner_id = r.owner_id AND e.id = r.event_id
        AND r.id = ANY (ARRAY (
          SELECT id FROM reminders
          WHERE state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
            AND due_time <= GREATEST(?, now())
            AND due_time <= CASE state WHEN 'SCHEDULED' THEN ? ELSE now() END
          ORDER BY due_time, id
          LIMIT ?
          FOR UPDATE SKIP LOCKED))
      RETURNING r.state, r.id, r.event_id, r.owner_id, e.title, e.start_time,
                r.remind_before_micros, r.remind_time""";

  /** ?1: republish after, in microseconds, ?2: the ids, ?3: the claim. */
  static final String MARK_PUBLISHED =
      """
      UPDATE reminders
      SET state = 'PUBLISHED',
          publish_count = publish_count + 1,
          due_time = now() + ? * power(2, LEAST(publish_count, 10)) * interval '1 microsecond'
      WHERE id = ANY (?) AND state = 'CLAIMED' AND claim_id = ?""";

  /** ?1: the ids, ?2: the claim. */
  static final String RELEASE =
      """
      UPDATE reminders SET state = 'SCHEDULED', due_time = remind_time
      WHERE id = ANY (?) AND state = 'CLAIMED' AND claim_id = ?""";

  /** ?1: the caller's now. */
  static final String COUNT_DUE =
      """
      SELECT count(*) FROM reminders
      WHERE state IN ('SCHEDULED', 'CLAIMED') AND due_time <= ?""";

  /**
   * ?1: the ids, ?2 to ?4: the caller's now. The rows are locked in the order of ids, so that two
   * senders do not wait in a circle. Tells what each has become, and null of those that were final
   * before.
   */
  static final String SETTLE =
      """
      WITH before AS MATERIALIZED (
        SELECT r.id, r.state, e.end_time
        FROM reminders r JOIN events e ON e.owner_id = r.owner_id AND e.id = r.event_id
        WHERE r.id = ANY (?)
        ORDER BY r.id
        FOR UPDATE OF r),
      settled AS (
        UPDATE reminders r
        SET state = CASE WHEN b.end_time > ? THEN 'DELIVERED' ELSE 'MISSED' END,
            deliver_time = CASE WHEN b.end_time > ? THEN CAST(? AS timestamptz) END
        FROM before b
        WHERE r.id = b.id AND b.state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
        RETURNING r.id, r.state)
      SELECT b.id, s.state FROM before b LEFT JOIN settled s ON s.id = b.id""";

  /**
   * ?1: how many attempts are too many, ?2: the reason, ?3: the caller's now, ?4: the first delay
   * in microseconds, ?5: the id.
   */
  static final String ATTEMPT_FAILED =
      """
      UPDATE reminders
      SET attempts = attempts + 1,
          state = CASE WHEN attempts + 1 >= ? THEN 'FAILED' ELSE 'SCHEDULED' END,
          failure = ?,
          due_time = CAST(? AS timestamptz) + ? * power(2, LEAST(attempts, 10)) * interval '1 microsecond'
      WHERE id = ? AND state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
      RETURNING state""";

  /** ?1: the end of retention, ?2: how many. Skips events that somebody is changing. */
  static final String PURGE =
      """
      DELETE FROM events e
      USING (SELECT owner_id, id FROM events WHERE end_time < ?
             ORDER BY end_time LIMIT ? FOR UPDATE SKIP LOCKED) old
      WHERE e.owner_id = old.owner_id AND e.id = old.id""";

  static final String PING = "SELECT due_time FROM reminders LIMIT 1";
}
