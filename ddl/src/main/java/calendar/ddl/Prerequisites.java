package calendar.ddl;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Checks prerequisites that only an administrator can provide. Errors name the command to run. */
final class Prerequisites {
  private static final String NO_EXTENSION =
      "SELECT FROM pg_extension WHERE extname = ? HAVING count(*) = 0";
  private static final String MAY_NOT_EXTEND =
      "SELECT WHERE NOT has_database_privilege(current_database(), 'CREATE')";
  private static final String MAY_NOT_CREATE =
      "SELECT WHERE NOT has_schema_privilege('public', 'CREATE')";
  private static final String NO_ROLE =
      "SELECT FROM pg_roles WHERE rolname = ? HAVING count(*) = 0";

  private final Connection owner;

  Prerequisites(Connection owner) {
    this.owner = owner;
  }

  /**
   * Checks that the schema's owner can run the migrations.
   *
   * @param serviceUser the role that gets rights on the tables
   * @throws SQLException if something is missing; the message has the command that an administrator
   *     must run
   */
  void require(String serviceUser) throws SQLException {
    if (holds(NO_ROLE, serviceUser)) {
      throw missing(
          "the services' user does not exist",
          "CREATE ROLE %s LOGIN PASSWORD '...'".formatted(quoted(serviceUser)));
    }
    if (holds(NO_EXTENSION, "btree_gist") && holds(MAY_NOT_EXTEND)) {
      throw missing("the extension btree_gist is missing", "CREATE EXTENSION btree_gist");
    }
    if (holds(MAY_NOT_CREATE)) {
      throw missing(
          "the schema's owner may not create tables",
          "GRANT CREATE ON SCHEMA public TO " + quoted(owner.getMetaData().getUserName()));
    }
  }

  private boolean holds(String query, String... arguments) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Quotes a role's name for SQL. */
  static String quoted(String role) {
    return '"' + role.replace("\"", "\"\"") + '"';
  }

  private SQLException missing(String what, String command) throws SQLException {
    return new SQLException(
        "%s: an administrator must run, in database %s: %s"
            .formatted(what, owner.getCatalog(), command));
  }
}
