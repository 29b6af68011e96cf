package calendar.local.postgres;

import calendar.local.postgres.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What an administrator does once for the calendar: its roles and its database. Idempotent. */
final class Provisioning {
  private final Connection administrator;

  Provisioning(Connection administrator) {
    this.administrator = administrator;
  }

  /** Makes what is missing; roles that are there get the passwords anew. */
  void provide(DatabaseAccess access) throws SQLException {
    role(access.owner());
    role(access.services());
    database(access.name(), access.owner());
  }

  private void role(Login login) throws SQLException {
    boolean there = exists("SELECT FROM pg_roles WHERE rolname = ?", login.user());
    execute(
        "%s ROLE %s LOGIN PASSWORD %s"
            .formatted(
                there ? "ALTER" : "CREATE", identifier(login.user()), literal(login.password())));
  }

  private void database(String name, Login owner) throws SQLException {
    if (!exists("SELECT FROM pg_database WHERE datname = ?", name)) {
      execute("CREATE DATABASE %s OWNER %s".formatted(identifier(name), identifier(owner.user())));
    }
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = administrator.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private String literal(String text) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      return statement.enquoteLiteral(text);
    }
  }
}
