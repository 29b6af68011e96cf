-- Location, availability, dates and time zone of events. The columns are null without a default, so
-- adding them does not rewrite the table. Only busy events refuse each other, so the constraint's index
-- is built again: until that ends, nothing reads or writes events. docs/operations.md has the duration.
-- Services of the version before run on this schema, while no event is free.

ALTER TABLE events
  ADD COLUMN location     text,
  ADD COLUMN availability text,
  ADD COLUMN start_date   date,
  ADD COLUMN end_date     date,
  ADD COLUMN time_zone    text,
  -- NOT VALID: all rows are older than the columns, so there is nothing to check in them.
  ADD CONSTRAINT events_availability CHECK (availability = 'FREE') NOT VALID,
  ADD CONSTRAINT events_all_day_complete CHECK (
    num_nonnulls(start_date, end_date) = 0
    OR num_nulls(start_date, end_date, time_zone) = 0 AND end_date > start_date) NOT VALID,
  DROP CONSTRAINT events_owner_time_free,
  ADD CONSTRAINT events_owner_time_free
    EXCLUDE USING gist (hashtextextended(owner_id, 0) WITH =,
                        tstzrange(start_time, end_time) WITH &&,
                        owner_id WITH =)
    WHERE (availability IS NULL);

CREATE INDEX events_busy_by_start ON events (owner_id, start_time) WHERE availability IS NULL;

CREATE INDEX events_free_by_start ON events (owner_id, start_time, id) WHERE availability IS NOT NULL;

CREATE INDEX events_free_by_time
  ON events USING gist (hashtextextended(owner_id, 0), tstzrange(start_time, end_time))
  WHERE availability IS NOT NULL;

COMMENT ON TABLE events IS 'Events in owners'' calendars; no two busy ones of one owner overlap.';
COMMENT ON COLUMN events.location IS 'Where it takes place. Null: not said.';
COMMENT ON COLUMN events.availability IS 'FREE: it may overlap any event. Null: the owner is busy.';
COMMENT ON COLUMN events.start_date IS 'First day of an all-day event. start_time is its first instant in time_zone. Null: the event is timed.';
COMMENT ON COLUMN events.end_date IS 'Day after the last day of an all-day event. end_time is its first instant in time_zone.';
COMMENT ON COLUMN events.time_zone IS 'IANA name of the zone that the event was planned in. Null: not said.';
COMMENT ON CONSTRAINT events_owner_time_free ON events IS 'Refuses double bookings of busy events, however many servers write.';
COMMENT ON INDEX events_busy_by_start IS 'Finds the last busy event that began before a time, and those that begin after it.';
COMMENT ON INDEX events_free_by_start IS 'Lists free events in order. Several may have one start.';
COMMENT ON INDEX events_free_by_time IS 'Finds the free events at a time, however long ago they began.';

-- PostgreSQL knows nothing about the new columns. Without statistics it expects few rows with a null
-- availability, which are all. See V7 for a new installation.
DO $$
BEGIN
  IF EXISTS (SELECT FROM events) THEN
    ANALYZE events;
  ELSE
    INSERT INTO events (owner_id, id, title, description, start_time, end_time, version, create_time,
                        update_time, request_id)
    VALUES ('owner', gen_random_uuid(), 'A title of usual length', '', now(), now() + interval '1 hour', 1,
            now(), now(), gen_random_uuid());
    ANALYZE events;
    TRUNCATE events, reminders;
  END IF;
END
$$;
