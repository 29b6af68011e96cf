package calendar.event.postgres;

import jakarta.ejb.ApplicationException;

/**
 * Another transaction got in the way of this one: it took the same time or request id first, or the
 * two waited for each other. Stays inside this package.
 */
@ApplicationException(rollback = true)
class CollisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CollisionException(Throwable cause) {
    super("another transaction came first", cause);
  }
}
