package calendar.recurrence;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.error.Violations;
import calendar.recurrence.time.LocalStart;
import java.util.List;
import java.util.stream.Collectors;

/** What a client would read about a recurrence that is not accepted. */
public final class Refusals {
  private Refusals() {}

  /** The violations, one a line; empty if there are none. */
  public static String of(Violations violations) {
    try {
      violations.throwIfAny();
      return "";
    } catch (InvalidArgumentException refused) {
      return refused.violations().stream()
          .map(Violation::toString)
          .collect(Collectors.joining("\n"));
    }
  }

  public static String of(List<String> lines, LocalStart start) {
    Violations violations = new Violations();
    boolean accepted = Recurrence.parse(lines, start, violations).isPresent();
    String refusal = of(violations);
    if (accepted != refusal.isEmpty()) {
      throw new AssertionError("accepted: " + accepted + ", violations: " + refusal);
    }
    return refusal;
  }
}
