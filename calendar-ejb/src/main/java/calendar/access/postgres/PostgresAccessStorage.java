package calendar.access.postgres;

import calendar.access.AccessStorage;
import calendar.access.Grant;
import calendar.access.Grantee;
import calendar.database.DatabaseErrors;
import calendar.database.Retries;
import calendar.database.Statements;
import calendar.error.GrantNotFoundException;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Keeps grants in PostgreSQL. Safe for use by any number of threads. */
public final class PostgresAccessStorage implements AccessStorage {
  private final DataSource database;
  private final GrantTransactions transactions;

  /**
   * @param database for single statements, which need no transaction
   */
  public PostgresAccessStorage(DataSource database, GrantTransactions transactions) {
    this.database = database;
    this.transactions = transactions;
  }

  @Override
  public Grant grant(Grant grant, int most) {
    return Retries.onCollision(
        () -> {
          try {
            return transactions.grant(grant, most);
          } catch (EJBException failure) {
            // The container wraps failures of begin and commit.
            throw DatabaseErrors.translate(failure);
          }
        });
  }

  @Override
  public void revoke(String ownerId, Grantee grantee) {
    int revoked =
        Statements.update(
            database, GrantSql.REVOKE, ownerId, grantee.kind().name(), grantee.name());
    if (revoked == 0) {
      throw new GrantNotFoundException(ownerId, grantee.toString());
    }
  }

  @Override
  public List<Grant> list(String ownerId, Optional<Grantee> after, int limit) {
    String kind = after.map(grantee -> grantee.kind().name()).orElse("");
    String name = after.map(Grantee::name).orElse("");
    return Retries.onLostConnection(() -> query(GrantSql.LIST, ownerId, kind, name, limit));
  }

  @Override
  public List<Grant> find(Collection<String> ownerIds) {
    return Retries.onLostConnection(
        () -> query(GrantSql.FIND, new Statements.Array("text", ownerIds.stream())));
  }

  private List<Grant> query(String sql, Object... parameters) {
    List<Grant> grants = new ArrayList<>();
    Statements.query(database, sql, row -> grants.add(GrantRows.grant(row)), parameters);
    return grants;
  }
}
