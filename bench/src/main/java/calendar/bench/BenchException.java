package calendar.bench;

/** Something could not be measured. The message is one clear line for people. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Something is missing on the machine, or was asked for wrongly. */
  public static final int USAGE = 2;

  /** A measurement failed. */
  public static final int FAILED = 1;

  private final int status;

  public BenchException(int status, String message) {
    super(message);
    this.status = status;
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
    this.status = FAILED;
  }

  /** The exit status of the program. */
  public int status() {
    return status;
  }
}
