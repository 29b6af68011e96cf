package calendar.reminder;

import jakarta.ejb.ApplicationException;

/**
 * Reminders could not all be delivered. Some of those that were handed over together may have been.
 * A transaction that it leaves is rolled back.
 */
@ApplicationException(rollback = true)
public final class DeliveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DeliveryException(String message) {
    super(message);
  }

  public DeliveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
