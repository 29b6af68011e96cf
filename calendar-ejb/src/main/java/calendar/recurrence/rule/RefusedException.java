package calendar.recurrence.rule;

/** A recurrence that is not accepted. The message completes "The field ...", such as "must ...". */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ECHO = 64;

  public RefusedException(String expected, Object... details) {
    super(expected.formatted(details));
  }

  /** The text that was sent, in quotes and shortened, as a message repeats it. */
  public static String found(String text) {
    return text.length() <= LONGEST_ECHO
        ? "found \"" + text + "\""
        : "found \"" + text.substring(0, LONGEST_ECHO) + "...\"";
  }
}
