package calendar.access.postgres;

import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.access.Role;
import calendar.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of grants. */
final class GrantRows {
  private GrantRows() {}

  static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        row.getString("owner_id"),
        new Grantee(Grantee.Kind.valueOf(row.getString("grantee_kind")), row.getString("grantee")),
        Role.valueOf(row.getString("role")),
        Statements.instant(row, "create_time"));
  }
}
