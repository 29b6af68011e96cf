package calendar.database;

import jakarta.ejb.ApplicationException;

/**
 * Another transaction got in the way of this one: it took the same time or request id first, or the
 * two waited for each other. To be tried again in a new one; never leaves a storage.
 */
@ApplicationException(rollback = true)
public class CollisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CollisionException(Throwable cause) {
    super("another transaction came first", cause);
  }
}
