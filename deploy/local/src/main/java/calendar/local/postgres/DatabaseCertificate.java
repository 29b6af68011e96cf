package calendar.local.postgres;

import calendar.local.process.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Gives a running server a certificate, so that it offers TLS, or takes it away. */
public final class DatabaseCertificate {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PARAMETER = "ssl_cert_file";

  private DatabaseCertificate() {}

  /** New connections may use TLS from now on. */
  public static void use(EmbeddedDatabase server, Path certificate, Path key) throws SQLException {
    change(
        server,
        certificate.toString(),
        "ALTER SYSTEM SET %s = '%s'".formatted(PARAMETER, certificate),
        "ALTER SYSTEM SET ssl_key_file = '%s'".formatted(key),
        "ALTER SYSTEM SET ssl = on");
  }

  /** New connections get plain text from now on. */
  public static void remove(EmbeddedDatabase server) throws SQLException {
    change(
        server,
        "server.crt",
        "ALTER SYSTEM RESET %s".formatted(PARAMETER),
        "ALTER SYSTEM RESET ssl_key_file",
        "ALTER SYSTEM RESET ssl");
  }

  /** The server reads its configuration a moment after it is told to. */
  private static void change(EmbeddedDatabase server, String certificate, String... statements)
      throws SQLException {
    try (Connection administrator = server.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("SELECT pg_reload_conf()");
    }
    Await.until("PostgreSQL uses " + certificate, LIMIT, () -> shown(server).equals(certificate));
  }

  private static String shown(EmbeddedDatabase server) {
    try (Connection administrator = server.connectAsAdministrator();
        Statement statement = administrator.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + PARAMETER)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
