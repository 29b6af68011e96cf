package calendar.client.command;

/** What the program tells its caller. */
final class ExitStatus {
  static final int OK = 0;

  /** The calendar refused. */
  static final int REFUSED = 1;

  /** Bad options, a bad configuration, or a file that cannot be read. */
  static final int USAGE = 2;

  /** Nobody answered in time. */
  static final int UNREACHABLE = 3;

  private ExitStatus() {}
}
