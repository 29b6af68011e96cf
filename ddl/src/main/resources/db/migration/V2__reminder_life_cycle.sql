-- What schedulers and senders write of a reminder. Any number of each may run.

ALTER TABLE reminders
  ADD COLUMN due_time      timestamptz,
  ADD COLUMN claim_id      uuid,
  ADD COLUMN publish_count integer NOT NULL DEFAULT 0,
  ADD COLUMN attempts      integer NOT NULL DEFAULT 0,
  ADD COLUMN failure       text;

UPDATE reminders SET due_time = remind_time;

ALTER TABLE reminders ALTER COLUMN due_time SET NOT NULL;

DROP INDEX reminders_due;

CREATE INDEX reminders_due ON reminders (due_time, id)
  WHERE state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED');

CREATE INDEX events_by_end ON events (end_time);

COMMENT ON COLUMN reminders.due_time IS 'When a scheduler has to look at it next. SCHEDULED: its time, or that of the next attempt. CLAIMED: the end of the lease. PUBLISHED: when to publish again, should it not be delivered.';
COMMENT ON COLUMN reminders.claim_id IS 'Names the latest claim; only its holder may mark the reminder published.';
COMMENT ON COLUMN reminders.publish_count IS 'How often the queue has confirmed it.';
COMMENT ON COLUMN reminders.attempts IS 'How often its delivery has failed.';
COMMENT ON COLUMN reminders.failure IS 'Why its latest delivery failed.';
COMMENT ON INDEX events_by_end IS 'Finds the events that retention lets go.';
