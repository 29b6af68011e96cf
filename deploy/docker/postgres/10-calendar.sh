#!/bin/sh
# Runs once, when the volume is new: creates the roles and the database that the migrations need.
set -e
: "${CALENDAR_DATABASE_OWNER_PASSWORD:?}" "${CALENDAR_DATABASE_PASSWORD:?}" "${CALENDAR_MONITORING_PASSWORD:?}"

psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\set owner_password `printf %s "$CALENDAR_DATABASE_OWNER_PASSWORD"`
\set services_password `printf %s "$CALENDAR_DATABASE_PASSWORD"`
\set monitoring_password `printf %s "$CALENDAR_MONITORING_PASSWORD"`
CREATE ROLE calendar_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE calendar LOGIN PASSWORD :'services_password';
CREATE ROLE calendar_monitoring LOGIN PASSWORD :'monitoring_password' IN ROLE pg_monitor;
CREATE DATABASE calendar OWNER calendar_owner;
SQL
