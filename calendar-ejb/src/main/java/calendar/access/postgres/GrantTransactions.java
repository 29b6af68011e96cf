package calendar.access.postgres;

import calendar.access.Grant;
import calendar.database.DatabaseErrors;
import calendar.database.Statements;
import calendar.error.TooManyGrantsException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Stores grants. Each call is one new transaction at READ COMMITTED: it commits when the method
 * returns and rolls back on any exception. Throws {@link calendar.database.CollisionException} if a
 * concurrent transaction conflicts; the caller may then try again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GrantTransactions {
  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  /** See {@link calendar.access.AccessStorage#grant}. */
  public Grant grant(Grant grant, int most) {
    try (Connection connection = database.getConnection()) {
      return grant(connection, grant, most);
    } catch (SQLException failure) {
      throw DatabaseErrors.translate(failure);
    }
  }

  /**
   * Stores a grant in the transaction of a connection. The owner's lock comes first, by a statement
   * of its own: the next one sees what others committed before they released the lock.
   */
  static Grant grant(Connection connection, Grant grant, int most) {
    Statements.query(connection, GrantSql.LOCK_OWNER, row -> {}, grant.ownerId());
    List<Grant> stored = new ArrayList<>();
    Statements.query(
        connection,
        GrantSql.GRANT,
        row -> stored.add(GrantRows.grant(row)),
        grant.ownerId(),
        grant.grantee().kind().name(),
        grant.grantee().name(),
        grant.role().name(),
        grant.createTime(),
        most);
    return stored.stream()
        .findAny()
        .orElseThrow(() -> new TooManyGrantsException(grant.ownerId(), most));
  }
}
