package calendar.client;

import io.grpc.Status;
import java.util.Optional;

/**
 * A call that the calendar refused, or that did not reach it. Where the refusal has a reason of the
 * contract, a subclass tells it; this class itself stands for all others.
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
   * The reason of the contract, such as {@code DATE_BUSY}. Empty when the answer did not come from
   * the calendar's own code: gRPC itself and proxies give none.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
