package calendar.client.command;

/** The exit statuses of the program. */
final class ExitStatus {
  static final int OK = 0;

  /** The calendar rejected the call. */
  static final int REJECTED = 1;

  /** Bad options, a bad configuration, or a file that cannot be read. */
  static final int USAGE = 2;

  /** The calendar did not answer in time. */
  static final int UNREACHABLE = 3;

  private ExitStatus() {}
}
