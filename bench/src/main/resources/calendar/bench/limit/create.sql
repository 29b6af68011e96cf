-- A booking with a reminder, in one transaction: what PostgreSQL does for CreateEvent.
-- Ids have the shape of UUIDv7 (ascending in time, then random) and are made here, in decimal digits;
-- an owner's events fill his slots without order. The same goes for the calls that it is compared with.
\set k :base + :n * :clients + :client_id
\set n :n + 1
\set owner :first_owner + :k * 617 % 1000
\set start 1893456000 + (:k / 1000 * 7919) % 700000 * 1800
\set end :start + 1800
\set due :start - 900
\set event_high (100000000000 + :k) * 10000 + 7000 + random(0, 999)
\set event_low random(8000000000000000, 9999999999999999)
\set reminder_low random(8000000000000000, 9999999999999999)
\set request_high random(100000000000, 999999999999) * 10000 + 4000 + random(0, 999)
\set request_low random(8000000000000000, 9999999999999999)
BEGIN;
INSERT INTO events (owner_id, id, title, description, start_time, end_time, version, create_time, update_time, request_id) VALUES (:owner, (:event_high::text || :event_low::text)::uuid, 'Weekly meeting of the team', 'In the large room', to_timestamp(:start), to_timestamp(:end), 1, now(), now(), (:request_high::text || :request_low::text)::uuid);
INSERT INTO reminders (id, owner_id, event_id, remind_before_micros, remind_time, state, due_time) VALUES ((:event_high::text || :reminder_low::text)::uuid, :owner, (:event_high::text || :event_low::text)::uuid, 900000000, to_timestamp(:due), 'SCHEDULED', to_timestamp(:due));
COMMIT;
