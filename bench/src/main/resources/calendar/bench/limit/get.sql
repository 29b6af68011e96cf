-- One of the owners' events, with its reminders, by a statement of its own: what PostgreSQL does for a
-- GetEvent that shares with nobody, without what sharing needs.
\set number random(0, :owners * :days * 20 - 1)
\set owner :first_owner + :number / (:days * 20)
\set id_high (100000000000 + :number) * 10000 + 7000
\set id_low :low + :number
SELECT e.id, e.title, e.description, e.start_time, e.end_time, e.version, e.create_time, e.update_time,
       r.id AS reminder_id, r.remind_before_micros, r.state, r.deliver_time
FROM (SELECT * FROM events WHERE owner_id = :owner AND id = (:id_high::text || :id_low::text)::uuid) e
LEFT JOIN reminders r ON r.owner_id = e.owner_id AND r.event_id = e.id
ORDER BY e.start_time, r.remind_time;
