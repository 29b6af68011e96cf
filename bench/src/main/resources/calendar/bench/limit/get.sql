-- One of the owners' events: what PostgreSQL does for GetEvent.
\set number random(0, :owners * :days * 20 - 1)
\set owner :first_owner + :number / (:days * 20)
\set id_high (100000000000 + :number) * 10000 + 7000
\set id_low :low + :number
{GET};
