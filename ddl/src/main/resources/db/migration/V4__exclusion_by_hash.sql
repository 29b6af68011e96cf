-- An entry in the constraint's index cost more than all else of an insert: choosing its page compares
-- the owners of a whole page as texts. The hash in front of them is compared as a number, and the
-- owner itself only where two hashes are the same, so that no two owners are ever taken for one.

ALTER TABLE events
  DROP CONSTRAINT events_owner_time_free,
  ADD CONSTRAINT events_owner_time_free
    EXCLUDE USING gist (hashtextextended(owner_id, 0) WITH =,
                        tstzrange(start_time, end_time) WITH &&,
                        owner_id WITH =);

COMMENT ON CONSTRAINT events_owner_time_free ON events IS 'Refuses double bookings, however many servers write.';
