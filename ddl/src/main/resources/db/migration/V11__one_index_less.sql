-- API servers from before V8 list by this index; newer ones do not, and each create pays for it. The name of an
-- older server's connection is "calendar_api" alone; newer ones add their version.

DO $$
BEGIN
  IF EXISTS (
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'calendar_api'
  ) THEN
    RAISE EXCEPTION 'an API server of an older version is connected: stop all of them first, then migrate again';
  END IF;
END
$$;

DROP INDEX events_by_start;
