package calendar.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the bad fields of one request, so that all of them are told at once; of each field the
 * first fault alone. Not safe for use by several threads.
 */
public final class Violations {
  private final Map<String, String> expectedByField = new LinkedHashMap<>();

  /** Notes the field as bad unless the condition holds; answers whether it holds. */
  public boolean require(boolean condition, String field, String expected) {
    if (!condition) {
      expectedByField.putIfAbsent(field, expected);
    }
    return condition;
  }

  /**
   * As {@link #require(boolean, String, String)}. The text is put together only where it is needed:
   * nearly all fields are fine.
   *
   * @param details what the text has to name, as {@link String#format} takes it
   */
  public boolean require(boolean condition, String field, String expected, Object... details) {
    return condition || require(false, field, expected.formatted(details));
  }

  /**
   * Ends the request here if any field is bad.
   *
   * @throws InvalidArgumentException naming every bad field
   */
  public void throwIfAny() {
    if (!expectedByField.isEmpty()) {
      List<Violation> violations = new ArrayList<>();
      expectedByField.forEach((field, expected) -> violations.add(new Violation(field, expected)));
      throw new InvalidArgumentException(violations);
    }
  }
}
