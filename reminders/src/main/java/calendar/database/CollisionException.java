package calendar.database;

import jakarta.ejb.ApplicationException;

/**
 * A concurrent transaction conflicted with this one: it took the same time or request id first, or
 * the two deadlocked. The work may succeed in a new transaction: see {@link Retries#onCollision}.
 * Never leaves a storage.
 */
@ApplicationException(rollback = true)
public class CollisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A conflict that no statement reported. */
  public CollisionException(String message) {
    super(message);
  }

  CollisionException(Throwable cause) {
    super("conflict with a concurrent transaction", cause);
  }
}
