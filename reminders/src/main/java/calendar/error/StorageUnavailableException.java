package calendar.error;

/** The storage does not answer at the moment; nothing is known to have been written. */
public final class StorageUnavailableException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public StorageUnavailableException(String message) {
    super(message);
  }

  public StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
