package calendar.client.command.base;

/** The exit statuses of the program. */
public final class ExitStatus {
  public static final int OK = 0;

  /** The calendar rejected the call. */
  public static final int REJECTED = 1;

  /** Bad options, a bad configuration, or a file that cannot be read. */
  public static final int USAGE = 2;

  /** The calendar did not answer in time. */
  public static final int UNREACHABLE = 3;

  private ExitStatus() {}
}
