package calendar.error;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The request is malformed. Lists every bad field, in the order of the request. */
public final class InvalidArgumentException extends CalendarException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidArgumentException(List<Violation> violations) {
    this(violations, null);
  }

  public InvalidArgumentException(List<Violation> violations, Throwable cause) {
    super(violations.stream().map(Violation::toString).collect(joining("; ")), cause);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
