package calendar.error;

/** The storage does not answer at the moment. The call may or may not have taken effect. */
public final class StorageUnavailableException extends CalendarException {
  private static final long serialVersionUID = 1L;

  public StorageUnavailableException(String message) {
    super(message);
  }

  public StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
