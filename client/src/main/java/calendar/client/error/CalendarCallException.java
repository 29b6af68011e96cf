package calendar.client.error;

import io.grpc.Status;
import java.util.Optional;

/**
 * A call failed: the calendar rejected it, or did not answer. Errors with a reason from the API
 * contract have a subclass; this class covers all others.
 */
public class CalendarCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status.Code code;
  private final String reason;

  CalendarCallException(CallError error) {
    super(error.message(), error.cause());
    this.code = error.code();
    this.reason = error.reason();
  }

  /** The gRPC code. */
  public Status.Code code() {
    return code;
  }

  /**
   * The reason from the API contract, such as {@code DATE_BUSY}. Empty if the error came from gRPC
   * itself or from a proxy.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
