package calendar.api;

import calendar.LogCapture;
import calendar.api.call.report.CallLog;
import java.util.List;
import java.util.logging.LogRecord;

/** What the server logs, apart from the one line of each call. */
public final class ServerLog {
  private ServerLog() {}

  /** All entries that the action causes, except the lines of calls. */
  public static List<LogRecord> during(Runnable action) {
    return LogCapture.during(action).stream()
        .filter(entry -> !entry.getLoggerName().equals(CallLog.class.getName()))
        .toList();
  }
}
