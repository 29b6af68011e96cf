-- A day of one of the owners, with its twenty events: what PostgreSQL does for ListDayEvents.
\set owner :first_owner + random(0, :owners - 1)
\set start 1924992000 + random(0, :days - 1) * 86400
\set end :start + 86400
\set after 0
\set limit 101
{LIST};
