-- Series: rules and templates, of which each occurrence is a row of events. The columns are null without
-- a default, so adding them does not rewrite the table. Services of the version before run on this
-- schema: they read, change and delete occurrences as they do any event.

ALTER TABLE events
  ADD COLUMN series_id           uuid,
  ADD COLUMN original_start_time timestamptz,
  ADD COLUMN original_start_date date,
  -- NOT VALID: all rows are older than the columns, so there is nothing to check in them.
  ADD CONSTRAINT events_occurrence_complete
    CHECK (series_id IS NULL OR original_start_time IS NOT NULL) NOT VALID;

CREATE UNIQUE INDEX events_of_series ON events (owner_id, series_id, original_start_time)
  WHERE series_id IS NOT NULL;

COMMENT ON COLUMN events.series_id IS 'The series that it is an occurrence of. Null: a single event.';
COMMENT ON COLUMN events.original_start_time IS 'Where the rule of the series put the occurrence.';
COMMENT ON COLUMN events.original_start_date IS 'Where the rule of an all-day series put it. Null: the series is timed.';
COMMENT ON INDEX events_of_series IS 'Refuses a second occurrence in one place of a series, however many servers write.';

CREATE TABLE series (
  owner_id             text COLLATE "C" NOT NULL,
  id                   uuid NOT NULL,
  title                text NOT NULL,
  description          text NOT NULL,
  location             text,
  availability         text,
  start_time           timestamptz NOT NULL,
  end_time             timestamptz NOT NULL,
  start_date           date,
  end_date             date,
  time_zone            text NOT NULL,
  remind_before_micros bigint[] NOT NULL,
  recurrence           text[] NOT NULL,
  version              bigint NOT NULL,
  create_time          timestamptz NOT NULL,
  update_time          timestamptz NOT NULL,
  booked_until         timestamptz NOT NULL,
  is_complete          boolean NOT NULL,
  ical_uid             text COLLATE "C",
  ical_sequence        integer,
  ical_modified_time   timestamptz,
  ical_version         bigint,
  PRIMARY KEY (owner_id, id),
  CONSTRAINT series_availability CHECK (availability = 'FREE'),
  CONSTRAINT series_all_day_complete CHECK (num_nonnulls(start_date, end_date) <> 1),
  CONSTRAINT series_end_after_start CHECK (end_time > start_time),
  CONSTRAINT series_ical_complete CHECK (ical_uid IS NULL OR num_nulls(ical_sequence, ical_version) = 0)
);

CREATE INDEX series_to_extend ON series (booked_until) WHERE NOT is_complete;

CREATE INDEX series_to_purge ON series (booked_until) WHERE is_complete;

CREATE UNIQUE INDEX series_ical_once ON series (owner_id, ical_uid) WHERE ical_uid IS NOT NULL;

COMMENT ON TABLE series IS 'Rules and templates for events that recur. Each occurrence is a row of events.';
COMMENT ON COLUMN series.start_time IS 'Start of the first occurrence; the template has its times.';
COMMENT ON COLUMN series.time_zone IS 'IANA name of the zone on whose clock the rule is evaluated.';
COMMENT ON COLUMN series.recurrence IS 'RRULE, RDATE and EXDATE lines of RFC 5545.';
COMMENT ON COLUMN series.version IS 'Raised by every change of the series, not of an occurrence; clients see it as the etag.';
COMMENT ON COLUMN series.booked_until IS 'The time up to which the rule was evaluated. It only grows: nothing before it is booked again.';
COMMENT ON COLUMN series.is_complete IS 'The rule gives nothing after booked_until.';
COMMENT ON INDEX series_to_extend IS 'Finds the series that must be booked further.';
COMMENT ON INDEX series_to_purge IS 'Finds the series that may have ended.';
COMMENT ON INDEX series_ical_once IS 'Refuses a second series of the same component, however many servers write.';

CREATE TABLE skipped_occurrences (
  owner_id             text COLLATE "C" NOT NULL,
  series_id            uuid NOT NULL,
  original_start_time  timestamptz NOT NULL,
  original_start_date  date,
  conflicting_event_id uuid NOT NULL,
  PRIMARY KEY (owner_id, series_id, original_start_time),
  CONSTRAINT skipped_occurrences_series FOREIGN KEY (owner_id, series_id)
    REFERENCES series (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX skipped_occurrences_by_time ON skipped_occurrences (original_start_time);

COMMENT ON TABLE skipped_occurrences IS 'Occurrences that were not booked because the time was taken, kept for the retention time.';
COMMENT ON COLUMN skipped_occurrences.conflicting_event_id IS 'The event that took the time. It may be gone.';
COMMENT ON INDEX skipped_occurrences_by_time IS 'Finds the rows that are older than the retention time.';

CREATE TABLE series_requests (
  owner_id   text COLLATE "C" NOT NULL,
  request_id uuid NOT NULL,
  number     integer NOT NULL,
  series_id  uuid NOT NULL,
  PRIMARY KEY (owner_id, request_id, number),
  CONSTRAINT series_requests_series FOREIGN KEY (owner_id, series_id)
    REFERENCES series (owner_id, id) ON DELETE CASCADE
);

CREATE INDEX series_requests_by_series ON series_requests (owner_id, series_id);

COMMENT ON TABLE series_requests IS 'Names the requests that created or changed series, so that a repeat changes nothing.';
COMMENT ON COLUMN series_requests.number IS '1: the series that the request answered. 2: the series with the occurrences before, if it was split.';

GRANT SELECT, INSERT, UPDATE, DELETE ON series, skipped_occurrences, series_requests TO ${service_user};

-- PostgreSQL knows nothing about the new columns. Without statistics it expects few rows with a null
-- series_id, which are nearly all. See V7 for a new installation.
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
