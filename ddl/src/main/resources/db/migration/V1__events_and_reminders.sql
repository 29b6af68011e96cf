-- Runs as the schema's owner on PostgreSQL 15 and later. ${service_user} is the services' own user.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE events (
  owner_id    text COLLATE "C" NOT NULL,
  id          uuid NOT NULL,
  title       text NOT NULL,
  description text NOT NULL,
  start_time  timestamptz NOT NULL,
  end_time    timestamptz NOT NULL,
  version     bigint NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  request_id  uuid,
  PRIMARY KEY (owner_id, id),
  CONSTRAINT events_end_after_start CHECK (end_time > start_time),
  CONSTRAINT events_owner_time_free
    EXCLUDE USING gist (owner_id WITH =, tstzrange(start_time, end_time) WITH &&)
);

CREATE UNIQUE INDEX events_request_once ON events (owner_id, request_id)
  WHERE request_id IS NOT NULL;

CREATE INDEX events_by_start ON events (owner_id, start_time);

COMMENT ON TABLE events IS 'Booked stretches of owners'' time; no two of one owner overlap.';
COMMENT ON COLUMN events.owner_id IS 'Whose time it takes. First in every key: rows can be spread by it.';
COMMENT ON COLUMN events.id IS 'UUIDv7, unique within its owner.';
COMMENT ON COLUMN events.start_time IS 'When it begins.';
COMMENT ON COLUMN events.end_time IS 'When it has ended: half open, the next event may begin then.';
COMMENT ON COLUMN events.version IS 'Raised by every update; clients see it as the etag.';
COMMENT ON COLUMN events.request_id IS 'Names the request that created it, so that a repeat creates nothing.';
COMMENT ON CONSTRAINT events_owner_time_free ON events IS 'Refuses double bookings, however many servers write.';

CREATE TABLE reminders (
  id                   uuid PRIMARY KEY,
  owner_id             text COLLATE "C" NOT NULL,
  event_id             uuid NOT NULL,
  remind_before_micros bigint NOT NULL,
  remind_time          timestamptz NOT NULL,
  state                text NOT NULL DEFAULT 'SCHEDULED',
  deliver_time         timestamptz,
  CONSTRAINT reminders_event FOREIGN KEY (owner_id, event_id)
    REFERENCES events (owner_id, id) ON DELETE CASCADE,
  CONSTRAINT reminders_distinct UNIQUE (owner_id, event_id, remind_before_micros),
  CONSTRAINT reminders_before CHECK (remind_before_micros >= 0),
  CONSTRAINT reminders_state
    CHECK (state IN ('SCHEDULED', 'CLAIMED', 'PUBLISHED', 'DELIVERED', 'MISSED', 'FAILED'))
);

CREATE INDEX reminders_due ON reminders (remind_time, id) WHERE state = 'SCHEDULED';

COMMENT ON TABLE reminders IS 'Messages to owners ahead of their events. In a table of their own, so that marking one never rewrites its event.';
COMMENT ON COLUMN reminders.id IS 'UUIDv7; the message carries it, so that a repeat can be told.';
COMMENT ON COLUMN reminders.remind_before_micros IS 'How long before the event''s start, in microseconds.';
COMMENT ON COLUMN reminders.remind_time IS 'When it is due: the event''s start_time less remind_before.';
COMMENT ON COLUMN reminders.state IS 'SCHEDULED, CLAIMED, PUBLISHED, then DELIVERED, MISSED or FAILED.';
COMMENT ON COLUMN reminders.deliver_time IS 'When it was delivered, once it was.';

GRANT USAGE ON SCHEMA public TO ${service_user};
GRANT SELECT, INSERT, UPDATE, DELETE ON events, reminders TO ${service_user};
