package calendar.error;

import jakarta.ejb.ApplicationException;

/**
 * An error that the calendar returns to its caller. Each kind has its own class, which carries the
 * identifiers that the error is about. Rolls back the transaction that it leaves.
 */
@ApplicationException(rollback = true)
public abstract class CalendarException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalendarException(String message) {
    this(message, null);
  }

  /** Has no stack trace, which would cost more than the rejected call. */
  CalendarException(String message, Throwable cause) {
    super(message, cause, true, false);
  }
}
