package calendar.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Collects the bad fields of one request, so that the caller sees all of them at once. Keeps only
 * the first fault of each field. Not thread safe.
 */
public final class Violations {
  private final Map<String, String> expectedByField = new LinkedHashMap<>();

  /** Records the field as bad unless the condition is true. Returns the condition. */
  public boolean require(boolean condition, String field, String expected) {
    if (!condition) {
      expectedByField.putIfAbsent(field, expected);
    }
    return condition;
  }

  /**
   * Does the same as {@link #require(boolean, String, String)}, and formats the text only for a bad
   * field.
   *
   * @param details the arguments of {@link String#format}
   */
  public boolean require(boolean condition, String field, String expected, Object... details) {
    return condition || require(false, field, expected.formatted(details));
  }

  /** Adds the bad fields of a part of the request, under other names. */
  public void addAll(Violations part, UnaryOperator<String> name) {
    part.expectedByField.forEach((field, expected) -> require(false, name.apply(field), expected));
  }

  /**
   * Rejects the request if any field is bad.
   *
   * @throws InvalidArgumentException with every bad field
   */
  public void throwIfAny() {
    if (!expectedByField.isEmpty()) {
      List<Violation> violations = new ArrayList<>();
      expectedByField.forEach((field, expected) -> violations.add(new Violation(field, expected)));
      throw new InvalidArgumentException(violations);
    }
  }
}
