-- A day of one of the owners, with its twenty events: what PostgreSQL does for ListDayEvents.
\set owner :first_owner + random(0, :owners - 1)
\set start 1924992000 + random(0, :days - 1) * 86400
\set end :start + 86400
\set after 0
SELECT e.*, r.id AS reminder_id, r.remind_before_micros, r.remind_time, r.state,
       r.deliver_time
FROM (SELECT * FROM events
WHERE owner_id = :owner AND start_time < to_timestamp(:end) AND end_time > to_timestamp(:start) AND start_time > to_timestamp(:after)
  AND start_time >= COALESCE(
      (SELECT max(start_time) FROM events WHERE owner_id = :owner AND start_time <= to_timestamp(:start)), to_timestamp(:start))
ORDER BY start_time LIMIT 101) e
LEFT JOIN reminders r ON r.owner_id = e.owner_id AND r.event_id = e.id
ORDER BY e.start_time, r.remind_time;
