package calendar.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.Key;
import calendar.local.postgres.DatabaseCertificate;
import calendar.tls.CertificateFiles;
import calendar.tls.TestAuthority;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migration at a PostgreSQL with and without TLS. */
class DatabaseTlsIT extends DatabaseTestBase {
  @TempDir private Path folder;

  private TestAuthority authority;
  private FreshDatabase database;

  @BeforeEach
  void create() throws SQLException {
    authority = new TestAuthority(folder, "ours");
    database = FreshDatabase.on(server);
  }

  @Test
  void migratesOverVerifiedTls() throws SQLException {
    use(authority.issue("localhost"));

    assertThat(Migrations.apply(database.settings(verifying(authority)))).isPositive();
    assertThat(Migrations.pending(database.settings(verifying(authority)))).isZero();
  }

  @Test
  void refusesAnotherAuthority() throws SQLException {
    use(authority.issue("localhost"));

    assertRefused(new TestAuthority(folder, "other"), "unable to find valid certification path");
  }

  @Test
  void refusesAnotherHostName() throws SQLException {
    use(authority.issue("db.example.org"));

    assertRefused(authority, "The hostname 127.0.0.1 could not be verified");
  }

  @Test
  void refusesServerWithoutTls() throws SQLException {
    DatabaseCertificate.remove(server);

    assertRefused(authority, "The server does not support SSL");
  }

  @Test
  void offWorksWithBothKindsOfServer() throws SQLException {
    DatabaseCertificate.remove(server);
    assertThat(database.migrate()).isPositive();

    use(authority.issue("db.example.org"));
    assertThat(database.migrate()).isZero();
  }

  private void assertRefused(TestAuthority trusted, String reason) {
    assertThatThrownBy(() -> Migrations.apply(database.settings(verifying(trusted))))
        .isInstanceOfSatisfying(
            MigrationException.class, failure -> assertThat(failure.unreachable()).isFalse())
        .hasMessageContaining(reason)
        .hasMessageEndingWith(" (database.tls, database.ca)")
        .hasMessageNotContaining("\n");
  }

  private static Map<Key, String> verifying(TestAuthority authority) {
    return Map.of(Key.DATABASE_TLS, "verify-full", Key.DATABASE_CA, authority.ca().toString());
  }

  private static void use(CertificateFiles files) throws SQLException {
    DatabaseCertificate.use(server, files.certificate(), files.key());
  }
}
