package calendar.time;

/**
 * The database's clock and the host's clock differ by more than a minute. {@link ClockCheck} has
 * logged it.
 */
public final class ClockDifferenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClockDifferenceException(String message) {
    super(message);
  }
}
