package calendar.reminder.messaging;

import jakarta.ejb.ApplicationException;

/**
 * At least one reminder of a batch could not be delivered; others of the batch may have been. Rolls
 * back the transaction that it leaves.
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
