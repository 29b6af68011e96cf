package calendar.reminder.postgres;

/**
 * The statements that change reminders. They make the transitions that {@link
 * calendar.reminder.ReminderState} lists.
 *
 * <p>Leases and republishing use {@code now()}, the start of the transaction by the database's
 * clock. "The caller's now" is a time that the caller has just read with {@link #NOW}.
 */
final class ReminderSql {
  private ReminderSql() {}

  /** The database's clock. */
  static final String NOW = "SELECT clock_timestamp() AS database_time";

  /**
   * ?1: the caller's now, ?2: the claim, ?3: the lease in microseconds, ?4 and ?5: the caller's
   * now, ?6: the limit. Locks rows in index order and skips rows that another transaction holds.
   * The ids go through an array, because with a join PostgreSQL may read the whole table.
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
   * ?1: republish after, in microseconds, ?2: the ids, ?3: the claim. Locks rows in an undefined
   * order, so it skips rows that a sender has locked. If it waited for them, the two transactions
   * could deadlock.
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

  /** ?1: the ids, ?2: the claim. Skips rows that a sender has locked: {@link #MARK_PUBLISHED}. */
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
      SELECT count(*) AS due FROM reminders
      WHERE state IN ('SCHEDULED', 'CLAIMED') AND due_time <= ?""";

  /**
   * ?1 and ?2: the caller's now, ?3: the ids, ?4: the caller's now. Locks rows in the order of ids,
   * so that two senders cannot deadlock. Reads an event only if it has started; the reminder's own
   * row shows whether it has. Returns the state that each row gets: FAILED for rows that are FAILED
   * already, null for rows that are DELIVERED or MISSED already.
   */
  static final String DELIVER =
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
   * ?1: the maximum number of attempts, ?2: the reason, ?3: the caller's now, ?4: the first delay
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
   * ?1: the time before which events must have ended, ?2: the limit. Skips events that another
   * transaction is changing. Locks the reminders of these events first, in the order of ids, as
   * senders do. The deletion counts the locked reminders, so it cannot start before they are
   * locked. Finds rows by place or id and never by a join, because with a join PostgreSQL may read
   * a whole table.
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
   * ?1: the time before which components must have been deleted, ?2: the limit. Skips components
   * that another transaction is deleting again.
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
