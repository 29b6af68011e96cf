-- A weekly series of 104 occurrences with a reminder each, in one statement: what PostgreSQL does for
-- CreateSeries with a request id. Ids have the shape of UUIDv7, as in create.sql. Each series has an owner of its
-- own, and series begin in one week at different half hours. The same goes for the calls that it is compared with.
-- pgbench takes a colon for the begin of a variable, even in quotes, so the rule's colon is \x3a.
\set k :base + :n * :clients + :client_id
\set n :n + 1
\set owner :first_owner + :k % 1000000
\set slot :k * 7919 % 240
\set high (100000000000 + :k * 105) * 10000 + 7000 + random(0, 999)
\set series_low random(8000000000000000, 9999999999999999)
\set event_low random(8000000000000000, 9999999999999000)
\set reminder_low random(8000000000000000, 9999999999999000)
\set request_high random(100000000000, 999999999999) * 10000 + 4000 + random(0, 999)
\set request_low random(8000000000000000, 9999999999999999)
WITH template AS MATERIALIZED (
  SELECT :owner::text AS owner_id, (:high::text || :series_low::text)::uuid AS id,
         timestamp '2030-01-07' + :slot::int * interval '30 minutes' AS start),
weekly AS MATERIALIZED (
  SELECT owner_id, template.id AS series_id,
         ((:high::bigint + n * 10000)::text || (:event_low::bigint + n)::text)::uuid AS id,
         ((:high::bigint + n * 10000)::text || (:reminder_low::bigint + n)::text)::uuid AS reminder_id,
         (start + (n - 1) * interval '7 days') AT TIME ZONE 'Europe/Brussels' AS start_time
  FROM template, generate_series(1, 104) n),
new_series AS (
  INSERT INTO series (owner_id, id, title, description, start_time, end_time, time_zone, remind_before_micros, recurrence, version, create_time, update_time, booked_until, is_complete)
  SELECT owner_id, id, 'Weekly meeting of the team', 'In the large room', start AT TIME ZONE 'Europe/Brussels',
         start AT TIME ZONE 'Europe/Brussels' + interval '30 minutes', 'Europe/Brussels', ARRAY[900000000],
         ARRAY[E'RRULE\x3aFREQ=WEEKLY;COUNT=104'], 1, now(), now(),
         (start + 103 * interval '7 days') AT TIME ZONE 'Europe/Brussels' + interval '30 minutes', true
  FROM template),
request AS (
  INSERT INTO series_requests (owner_id, request_id, series_id, number)
  SELECT owner_id, (:request_high::text || :request_low::text)::uuid, id, 1 FROM template),
booked AS (
  INSERT INTO events (owner_id, id, title, description, start_time, end_time, version, create_time, update_time, time_zone, series_id, original_start_time)
  SELECT owner_id, id, 'Weekly meeting of the team', 'In the large room', start_time,
         start_time + interval '30 minutes', 1, now(), now(), 'Europe/Brussels', series_id, start_time
  FROM weekly)
INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, state, due_time)
SELECT reminder_id, owner_id, id, 900000000, start_time - interval '15 minutes', 'SCHEDULED',
       start_time - interval '15 minutes'
FROM weekly;
