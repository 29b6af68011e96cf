package calendar.bench;

/** Something could not be measured. The message is one clear line for people. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit status: something is missing on the machine, or an option is wrong. */
  public static final int USAGE = 2;

  /** Exit status: a measurement failed. */
  public static final int FAILED = 1;

  private final int status;

  private BenchException(int status, String message, Object... arguments) {
    super(arguments.length == 0 ? message : message.formatted(arguments));
    this.status = status;
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
    this.status = FAILED;
  }

  /** A measurement failed. Without arguments the message is not a format. */
  public static BenchException failed(String message, Object... arguments) {
    return new BenchException(FAILED, message, arguments);
  }

  /** An option is wrong, or something is missing. Without arguments the message is not a format. */
  public static BenchException usage(String message, Object... arguments) {
    return new BenchException(USAGE, message, arguments);
  }

  /** The exit status of the program. */
  public int status() {
    return status;
  }
}
