-- A day of one of the owners, with its twenty events and their reminders, by a statement of its own: what
-- PostgreSQL does for a ListDayEvents that shares with nobody, without what sharing needs.
\set owner :first_owner + random(0, :owners - 1)
\set start 1924992000 + random(0, :days - 1) * 86400
\set end :start + 86400
\set after 0
\set limit 101
SELECT e.id, e.title, e.description, e.start_time, e.end_time, e.version, e.create_time, e.update_time,
       r.id AS reminder_id, r.remind_before_micros, r.state, r.deliver_time
FROM (
  SELECT e.*
  FROM (SELECT CAST(:owner AS text) AS owner_id, to_timestamp(:start) AS start_time,
               to_timestamp(:end) AS end_time) wanted,
       events e
  WHERE e.owner_id = wanted.owner_id AND e.availability IS NULL AND e.start_time < wanted.end_time
    AND e.end_time > wanted.start_time
    AND e.start_time >= COALESCE(
        (SELECT max(start_time) FROM events
         WHERE owner_id = wanted.owner_id AND availability IS NULL
           AND start_time <= wanted.start_time),
        wanted.start_time)
    AND e.start_time > to_timestamp(:after)
  ORDER BY e.start_time LIMIT :limit) e
LEFT JOIN reminders r ON r.owner_id = e.owner_id AND r.event_id = e.id
ORDER BY e.start_time, r.remind_time;
