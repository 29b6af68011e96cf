package calendar.access.postgres;

/** The SQL of grants. */
final class GrantSql {
  private static final String COLUMNS = "owner_id, grantee_kind, grantee, role, create_time";

  /**
   * Stores the grants of one owner one after the other, because each counts those before. It is not
   * the lock that changes of the owner's events take. ?1: the owner.
   */
  static final String LOCK_OWNER = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 1))";

  /**
   * Inserts a grant, or changes its role; returns it. Returns nothing if it is new and the owner
   * has too many. ?1 to ?5: its columns, ?6: how many grants the owner may have.
   */
  static final String GRANT =
      """
      INSERT INTO grants (%1$s)
      SELECT * FROM (
        SELECT CAST(? AS text) AS owner_id, CAST(? AS text) AS grantee_kind,
               CAST(? AS text) AS grantee, CAST(? AS text) AS role,
               CAST(? AS timestamptz) AS create_time) wanted
      WHERE EXISTS (
          SELECT FROM grants g
          WHERE g.owner_id = wanted.owner_id AND g.grantee_kind = wanted.grantee_kind
            AND g.grantee = wanted.grantee)
        OR (SELECT count(*) FROM grants g WHERE g.owner_id = wanted.owner_id) < ?
      ON CONFLICT (owner_id, grantee_kind, grantee) DO UPDATE SET role = excluded.role
      RETURNING %1$s"""
          .formatted(COLUMNS);

  /** ?1: the owner, ?2: the kind of the grantee, ?3: its name. */
  static final String REVOKE =
      "DELETE FROM grants WHERE owner_id = ? AND grantee_kind = ? AND grantee = ?";

  /** ?1: the owner, ?2 and ?3: only after this kind and name, ?4: the largest number. */
  static final String LIST =
      """
      SELECT %s FROM grants
      WHERE owner_id = ? AND (grantee_kind, grantee) > (?, ?)
      ORDER BY grantee_kind, grantee LIMIT ?"""
          .formatted(COLUMNS);

  /** ?1: the owners. */
  static final String FIND =
      "SELECT %s FROM grants WHERE owner_id = ANY (CAST(? AS text[]))".formatted(COLUMNS);

  private GrantSql() {}
}
