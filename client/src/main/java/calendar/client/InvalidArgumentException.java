package calendar.client;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The request breaks a rule of the contract ({@code INVALID_ARGUMENT}). Names each bad field. */
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

  /** What was expected of each bad field, by the field's path. */
  public Map<String, String> violations() {
    return violations;
  }
}
