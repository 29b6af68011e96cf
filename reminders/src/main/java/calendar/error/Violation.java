package calendar.error;

/**
 * A bad field.
 *
 * @param field the path in the request, such as {@code event.remind_before[2]}
 * @param expected the rule that the field breaks; reads as a sentence after the path
 */
public record Violation(String field, String expected) {
  @Override
  public String toString() {
    return field + " " + expected;
  }
}
