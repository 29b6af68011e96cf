package calendar.time;

/**
 * The database's clock and this host's differ too much to decide anything that cannot be undone.
 * {@link ClockCheck} has logged it.
 */
public final class ClockDifferenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClockDifferenceException(String message) {
    super(message);
  }
}
