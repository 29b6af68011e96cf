-- V3 counts the rows of a table that has none in a new installation. PostgreSQL believed that, and looked
-- for the event of each new reminder in an index that is good for a handful of rows: until it counted
-- again, a minute later, bookings took five times as long. A table that is truncated counts as not counted
-- yet, and the way to an event is its primary key then.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM events) THEN
    LOCK TABLE events, reminders IN ACCESS EXCLUSIVE MODE;
    IF NOT EXISTS (SELECT FROM events) THEN
      TRUNCATE events, reminders;
    END IF;
  END IF;
END
$$;
