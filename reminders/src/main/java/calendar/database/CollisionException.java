package calendar.database;

import jakarta.ejb.ApplicationException;

/**
 * The transaction conflicts with a concurrent one, which took the same time or request id first, or
 * the two deadlocked. Retry in a new transaction. A storage never throws it to its callers.
 */
@ApplicationException(rollback = true)
public class CollisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CollisionException(Throwable cause) {
    super("the transaction conflicts with a concurrent one", cause);
  }
}
