package calendar.client.error;

/**
 * The calendar did not answer in time: no connection, deadline exceeded, a server that stopped
 * during the call, or a calendar without its database ({@code STORAGE_UNAVAILABLE}) or without the
 * keys for tokens ({@code ISSUER_UNAVAILABLE}). The call may or may not have taken effect.
 */
public final class UnreachableException extends RetryableException {
  private static final long serialVersionUID = 1L;

  private final boolean needsTls;

  UnreachableException(CallError error) {
    super(error);
    needsTls = error.needsTls();
  }

  /** Whether the server refused a connection without TLS. */
  public boolean needsTls() {
    return needsTls;
  }
}
