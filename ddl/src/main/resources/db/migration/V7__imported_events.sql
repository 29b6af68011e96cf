-- Where an imported event comes from, and which imported events were deleted here. The columns are
-- null without a default, so adding them does not rewrite the table. Services of the version before
-- run on this schema: they name the columns that they write.

ALTER TABLE events
  ADD COLUMN ical_uid           text COLLATE "C",
  ADD COLUMN ical_recurrence_id text COLLATE "C",
  ADD COLUMN ical_sequence      integer,
  ADD COLUMN ical_modified_time timestamptz,
  ADD COLUMN ical_version       bigint,
  -- NOT VALID: all rows are older than the columns, so there is nothing to check in them.
  ADD CONSTRAINT events_ical_complete
    CHECK (ical_uid IS NULL OR num_nulls(ical_recurrence_id, ical_sequence, ical_version) = 0) NOT VALID;

CREATE UNIQUE INDEX events_ical_once ON events (owner_id, ical_uid, ical_recurrence_id)
  WHERE ical_uid IS NOT NULL;

COMMENT ON COLUMN events.ical_uid IS 'UID of the iCalendar component that it was imported from. Null: not imported.';
COMMENT ON COLUMN events.ical_recurrence_id IS 'RECURRENCE-ID of that component as its file has it; empty if it has none.';
COMMENT ON COLUMN events.ical_sequence IS 'SEQUENCE of that component.';
COMMENT ON COLUMN events.ical_modified_time IS 'LAST-MODIFIED of that component, if it has one.';
COMMENT ON COLUMN events.ical_version IS 'The version that the latest import wrote. Another version: changed here since.';
COMMENT ON INDEX events_ical_once IS 'Refuses a second event of the same component, however many servers write.';

-- PostgreSQL knows nothing about the rows of a new installation, and guesses from the columns. With the
-- new ones it expects one event for each owner, and looks for an event in an index that is good for a
-- handful of rows (see V3 and V5). One row that is analyzed leaves the statistics that V3 asks for: 20
-- events for each owner. TRUNCATE removes the row and keeps the statistics.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM events) THEN
    INSERT INTO events (owner_id, id, title, description, start_time, end_time, version, create_time,
                        update_time, request_id)
    VALUES ('owner', gen_random_uuid(), 'A title of usual length', '', now(), now() + interval '1 hour', 1,
            now(), now(), gen_random_uuid());
    ANALYZE events;
    TRUNCATE events, reminders;
  END IF;
END
$$;

CREATE TABLE deleted_components (
  owner_id           text COLLATE "C" NOT NULL,
  ical_uid           text COLLATE "C" NOT NULL,
  ical_recurrence_id text COLLATE "C" NOT NULL,
  ical_sequence      integer NOT NULL,
  delete_time        timestamptz NOT NULL,
  PRIMARY KEY (owner_id, ical_uid, ical_recurrence_id)
);

CREATE INDEX deleted_components_by_time ON deleted_components (delete_time);

COMMENT ON TABLE deleted_components IS 'Imported events that were deleted here, kept for the retention time, so that a repeated import does not bring them back.';
COMMENT ON COLUMN deleted_components.ical_sequence IS 'SEQUENCE of the event that was deleted: only a higher one brings it back.';
COMMENT ON COLUMN deleted_components.delete_time IS 'When the event was deleted.';
COMMENT ON INDEX deleted_components_by_time IS 'Finds the rows that are older than the retention time.';

GRANT SELECT, INSERT, UPDATE, DELETE ON deleted_components TO ${service_user};
