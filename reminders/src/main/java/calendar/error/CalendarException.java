package calendar.error;

import jakarta.ejb.ApplicationException;

/**
 * What the calendar answers when it cannot do as asked. Each kind is a class of its own and carries
 * the identifiers that it speaks of.
 *
 * <p>A transaction that one of them leaves is rolled back.
 */
@ApplicationException(rollback = true)
public abstract class CalendarException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalendarException(String message) {
    this(message, null);
  }

  /** Without a stack trace: it is an answer, and the trace would cost more than the refusal. */
  CalendarException(String message, Throwable cause) {
    super(message, cause, true, false);
  }
}
