package calendar.client;

/**
 * Nobody answered in time: no connection, a deadline that passed, a server that ended in the middle
 * of the call, or a calendar without its database ({@code STORAGE_UNAVAILABLE}). It is not known
 * whether the call was served.
 */
public final class UnreachableException extends RetryableException {
  private static final long serialVersionUID = 1L;

  UnreachableException(CallError error) {
    super(error);
  }
}
