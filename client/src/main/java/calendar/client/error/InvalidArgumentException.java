package calendar.client.error;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A field of the request is invalid ({@code INVALID_ARGUMENT}). Lists each invalid field. */
public final class InvalidArgumentException extends CalendarCallException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> violations;

  InvalidArgumentException(CallError error) {
    super(error);
    Map<String, String> found = new LinkedHashMap<>();
    for (FieldViolation violation :
        error
            .detail(BadRequest.class)
            .orElse(BadRequest.getDefaultInstance())
            .getFieldViolationsList()) {
      found.merge(violation.getField(), violation.getDescription(), (a, b) -> a + "; " + b);
    }
    this.violations = Collections.unmodifiableMap(found);
  }

  /**
   * The expected value of each invalid field. The key is the field's path, such as {@code
   * event.title}.
   */
  public Map<String, String> violations() {
    return violations;
  }
}
