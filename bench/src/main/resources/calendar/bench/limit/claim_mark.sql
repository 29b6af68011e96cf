-- A batch of due reminders is claimed, then marked published: what PostgreSQL does for a scheduler.
-- pgbench takes one row at a time, so what the scheduler gets in 500 rows comes as one text.
\set claim_high random(100000000000, 999999999999) * 10000 + 4000 + random(0, 999)
\set claim_low random(8000000000000000, 9999999999999999)
WITH due AS (
  SELECT id FROM reminders
  WHERE state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
    AND due_time <= GREATEST(now(), now())
    AND due_time <= CASE state WHEN 'SCHEDULED' THEN now() ELSE now() END
  ORDER BY due_time, id
  LIMIT :batch
  FOR UPDATE SKIP LOCKED),
claimed AS (
  UPDATE reminders r
  SET state = CASE WHEN e.end_time <= now() THEN 'MISSED' ELSE 'CLAIMED' END,
      claim_id = (:claim_high::text || :claim_low::text)::uuid,
      due_time = now() + 30000000 * interval '1 microsecond'
  FROM due, events e
  WHERE r.id = due.id AND e.owner_id = r.owner_id AND e.id = r.event_id
  RETURNING r.state, r.id, r.event_id, r.owner_id, e.title, e.start_time,
            r.remind_before_micros, r.remind_time)
SELECT array_agg(id) AS ids,
       string_agg(concat_ws(' ', state, event_id, owner_id, title, start_time,
                            remind_before_micros, remind_time), ' ') AS messages
FROM claimed \gset
UPDATE reminders
SET state = 'PUBLISHED',
    publish_count = publish_count + 1,
    -- A year: no scheduler is to publish these.
    due_time = now() + 31536000000000 * power(2, LEAST(publish_count, 10)) * interval '1 microsecond'
WHERE id = ANY (:ids::uuid[]) AND state = 'CLAIMED'
  AND claim_id = (:claim_high::text || :claim_low::text)::uuid;
