package calendar.access.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import calendar.access.AccessStorage;
import calendar.access.AccessStorageContract;
import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.database.MigratedDatabase;
import calendar.database.ReusedConnections;
import calendar.error.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The contract on PostgreSQL without a container; {@code container-tests} runs it inside one. */
class PostgresAccessStorageIT extends AccessStorageContract {
  private static MigratedDatabase database;
  private static DataSource service;

  private final AccessStorage storage =
      new PostgresAccessStorage(service, new LocalTransactions(service));

  @BeforeAll
  static void start() {
    database = new MigratedDatabase();
    service = ReusedConnections.of(database.asService());
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Override
  protected AccessStorage storage() {
    return storage;
  }

  /** Transactions of JDBC instead of the container's. */
  private static final class LocalTransactions extends GrantTransactions {
    private final DataSource database;

    LocalTransactions(DataSource database) {
      this.database = database;
    }

    @Override
    public Grant grant(Grant grant, int most) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          Grant stored = grant(connection, grant, most);
          connection.commit();
          return stored;
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  @Test
  void findsGrantsByTheirOwners() throws SQLException {
    database.execute(
        """
        INSERT INTO grants
        SELECT 'owner-' || n / 3, 'SUBJECT', 'subject-' || n, 'READER', now()
        FROM generate_series(1, 30000) n""",
        "ANALYZE grants");

    for (String plan : database.plans(GrantSql.FIND, "text[]", "'{owner-7,owner-8}'")) {
      assertThat(plan).contains("grants_pkey").doesNotContain("Seq Scan");
    }
    for (String plan :
        database.plans(
            GrantSql.LIST, "text, text, text, int", "'owner-7', 'SUBJECT', 'subject-21', 100")) {
      assertThat(plan).contains("grants_pkey").doesNotContain("Seq Scan");
    }
  }

  @Test
  void failsWithoutTheDatabase() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setPortNumbers(new int[] {1});
    AccessStorage unreachable = new PostgresAccessStorage(nowhere, new LocalTransactions(nowhere));

    for (Runnable call :
        List.<Runnable>of(
            () -> unreachable.find(List.of(owner)),
            () -> unreachable.list(owner, Optional.empty(), 10),
            () -> unreachable.revoke(owner, Grantee.EVERYONE))) {
      assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(call::run);
    }
  }
}
