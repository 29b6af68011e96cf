package calendar.reminder.postgres;

/**
 * The statements of a reminder's life. Leases and the times of republishing go by {@code now()},
 * when the transaction began. The caller's now is what {@link #NOW} has just told it.
 */
final class ReminderSql {
  private ReminderSql() {}

  /** The database's clock. */
  static final String NOW = "SELECT clock_timestamp()";

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
                r.remind_before_micros, r.remind_time,
                r.publish_count > 0 OR r.attempts > 0 AS repeated""";

  /**
   * ?1: republish after, in microseconds, ?2: the ids, ?3: the claim. The rows are locked in
   * whatever order PostgreSQL finds them by, so those that a sender has locked are skipped: waiting
   * for them, the two might wait in a circle.
   */
  static final String MARK_PUBLISHED =
      """
      UPDATE reminders
      SET state = 'PUBLISHED',
          publish_count = publish_count + 1,
          due_time = now() + ? * power(2, LEAST(publish_count, 10)) * interval '1 microsecond'
      WHERE id = ANY (ARRAY (
        SELECT id FROM reminders
        WHERE id = ANY (?) AND state = 'CLAIMED' AND claim_id = ?
        FOR UPDATE SKIP LOCKED))""";

  /** ?1: the ids, ?2: the claim. Skips what a sender has locked, as {@link #MARK_PUBLISHED}. */
  static final String RELEASE =
      """
      UPDATE reminders SET state = 'SCHEDULED', due_time = remind_time
      WHERE id = ANY (ARRAY (
        SELECT id FROM reminders
        WHERE id = ANY (?) AND state = 'CLAIMED' AND claim_id = ?
        FOR UPDATE SKIP LOCKED))""";

  /** ?1: the caller's now. */
  static final String COUNT_DUE =
      """
      SELECT count(*) FROM reminders
      WHERE state IN ('SCHEDULED', 'CLAIMED') AND due_time <= ?""";

  /**
   * ?1 and ?2: the caller's now, ?3: the ids, ?4: the caller's now. The rows are locked in the
   * order of ids, so that two senders do not wait in a circle. An event is looked up only where it
   * has begun: that it has not, the reminder's own row tells. Tells what each has become, also
   * those that had failed before, and null of others that were final.
   */
  static final String SETTLE =
      """
      WITH held AS MATERIALIZED (
        SELECT r.id,
               CASE WHEN r.state = 'FAILED' THEN 'FAILED'
                    WHEN r.state NOT IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED') THEN NULL
                    WHEN r.remind_time + r.remind_before_micros * interval '1 microsecond' > ?
                      THEN 'DELIVERED'
                    WHEN (SELECT e.end_time FROM events e
                          WHERE e.owner_id = r.owner_id AND e.id = r.event_id) > ?
                      THEN 'DELIVERED'
                    ELSE 'MISSED'
               END AS becomes
        FROM reminders r
        WHERE r.id = ANY (?)
        ORDER BY r.id
        FOR UPDATE OF r),
      delivered AS (
        UPDATE reminders SET state = 'DELIVERED', deliver_time = ?
        WHERE id = ANY (ARRAY (SELECT id FROM held WHERE becomes = 'DELIVERED'))),
      missed AS (
        UPDATE reminders SET state = 'MISSED', deliver_time = NULL
        WHERE id = ANY (ARRAY (SELECT id FROM held WHERE becomes = 'MISSED')))
      SELECT id, becomes FROM held""";

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

  /**
   * ?1: the end of retention, ?2: how many. Skips events that somebody is changing. Their reminders
   * are locked first, in the order of ids, as senders lock theirs: the deletion counts them, so it
   * begins when they are. Everything is found again by where it is or by its id, one after the
   * other, so that nothing tempts PostgreSQL to read a whole table for it.
   */
  static final String PURGE =
      """
      WITH old AS MATERIALIZED (
        SELECT ctid AS place, owner_id, id FROM events
        WHERE end_time < ?
        ORDER BY end_time
        LIMIT ?
        FOR UPDATE SKIP LOCKED),
      held AS MATERIALIZED (
        SELECT id FROM reminders
        WHERE id = ANY (ARRAY (
          SELECT r.id FROM old
          CROSS JOIN LATERAL (
            SELECT id FROM reminders
            WHERE owner_id = old.owner_id AND event_id = old.id OFFSET 0) r))
        ORDER BY id
        FOR UPDATE)
      DELETE FROM events
      WHERE ctid = ANY (ARRAY (SELECT place FROM old))
        AND (SELECT count(*) FROM held) >= 0""";

  /**
   * ?1: the end of retention, ?2: how many. Skips components of events that somebody is deleting
   * again.
   */
  static final String PURGE_DELETED =
      """
      DELETE FROM deleted_components
      WHERE ctid = ANY (ARRAY (
        SELECT ctid FROM deleted_components
        WHERE delete_time < ?
        ORDER BY delete_time
        LIMIT ?
        FOR UPDATE SKIP LOCKED))""";

  static final String PING =
      "SELECT count(*) FROM (SELECT due_time FROM reminders LIMIT 1) any_reminder,"
          + " (SELECT delete_time FROM deleted_components LIMIT 1) any_deleted";
}
