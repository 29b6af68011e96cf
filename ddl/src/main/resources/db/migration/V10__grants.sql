-- Who may do what with whose calendar. Only a new table: services of the version before run on this
-- schema, and permit every call, as they always did.

CREATE TABLE grants (
  owner_id     text COLLATE "C" NOT NULL,
  grantee_kind text COLLATE "C" NOT NULL,
  grantee      text COLLATE "C" NOT NULL,
  role         text NOT NULL,
  create_time  timestamptz NOT NULL,
  PRIMARY KEY (owner_id, grantee_kind, grantee),
  CONSTRAINT grants_grantee_kind CHECK (grantee_kind IN ('EVERYONE', 'GROUP', 'SUBJECT')),
  CONSTRAINT grants_grantee CHECK ((grantee_kind = 'EVERYONE') = (grantee = '')),
  CONSTRAINT grants_role CHECK (role IN ('FREE_BUSY_READER', 'READER', 'WRITER')),
  CONSTRAINT grants_not_to_oneself CHECK (grantee_kind <> 'SUBJECT' OR grantee <> owner_id)
);

COMMENT ON TABLE grants IS 'What others may do with the calendar of an owner, who may do everything.';
COMMENT ON COLUMN grants.owner_id IS 'Whose calendar it is about.';
COMMENT ON COLUMN grants.grantee_kind IS 'EVERYONE, GROUP or SUBJECT.';
COMMENT ON COLUMN grants.grantee IS 'The group, or the subject of a token. Empty: everyone.';
COMMENT ON COLUMN grants.role IS 'FREE_BUSY_READER, READER or WRITER; each includes the ones before it.';
COMMENT ON COLUMN grants.create_time IS 'When the grantee first got a role here.';

GRANT SELECT, INSERT, UPDATE, DELETE ON grants TO ${service_user};
