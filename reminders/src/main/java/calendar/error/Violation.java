package calendar.error;

/**
 * A bad field.
 *
 * @param field its path in the request, such as {@code event.remind_before[2]}
 * @param expected what was expected of it, to be read after its path
 */
public record Violation(String field, String expected) {
  @Override
  public String toString() {
    return field + " " + expected;
  }
}
