package calendar.local.postgres;

import calendar.local.postgres.DatabaseAccess.Login;
import calendar.local.process.Attempt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The administrator of a PostgreSQL server, who gives the calendar its roles and its database. */
public record Administrator(DatabaseAccess access, String password) {
  static final String NAME = "postgres";

  private static final String WRONG_PASSWORD = "28P01";

  public Connection connect(String database) throws SQLException {
    return access.connect(database, new Login(NAME, password));
  }

  /**
   * Returns true if the server answers.
   *
   * @throws SQLException if it answers that the password is wrong
   */
  public boolean serverAnswers() throws SQLException {
    try (Connection connection = connect(NAME)) {
      return connection.isValid(0);
    } catch (SQLException refused) {
      if (WRONG_PASSWORD.equals(refused.getSQLState())) {
        throw refused;
      }
      return false;
    }
  }

  /** Creates what is missing. Roles that exist get the passwords of the access. */
  public void provide() {
    Attempt.to(
        "give the calendar its database",
        () -> {
          try (Connection connection = connect(NAME);
              Statement statement = connection.createStatement()) {
            for (Login login : List.of(access.owner(), access.services())) {
              statement.execute(role(statement, login));
            }
            if (!exists(statement, "pg_database WHERE datname", access.name())) {
              statement.execute(
                  "CREATE DATABASE %s OWNER %s"
                      .formatted(
                          statement.enquoteIdentifier(access.name(), true),
                          statement.enquoteIdentifier(access.owner().user(), true)));
            }
          }
        });
  }

  private static String role(Statement statement, Login login) throws SQLException {
    return "%s ROLE %s LOGIN PASSWORD %s"
        .formatted(
            exists(statement, "pg_roles WHERE rolname", login.user()) ? "ALTER" : "CREATE",
            statement.enquoteIdentifier(login.user(), true),
            statement.enquoteLiteral(login.password()));
  }

  private static boolean exists(Statement statement, String where, String name)
      throws SQLException {
    String query = "SELECT FROM %s = %s".formatted(where, statement.enquoteLiteral(name));
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
