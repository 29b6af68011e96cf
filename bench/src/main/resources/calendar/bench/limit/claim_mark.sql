-- A batch of due reminders is claimed, then marked published: what PostgreSQL does for a scheduler.
-- pgbench takes one row at a time, so what the scheduler gets in 500 rows comes as one text.
-- They are to be published again in a year: no scheduler is to find them.
\set claim_high random(100000000000, 999999999999) * 10000 + 4000 + random(0, 999)
\set claim_low random(8000000000000000, 9999999999999999)
\set lease 30000000
\set republish_after 31536000000000
WITH claimed AS (
{CLAIM})
SELECT array_agg(id) AS ids,
       string_agg(concat_ws(' ', state, event_id, owner_id, title, start_time,
                            remind_before_micros, remind_time), ' ') AS messages
FROM claimed \gset
{MARK};
