package calendar;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects the entries of a logger, and of all below it, until it is closed. */
public final class LogCapture extends Handler implements AutoCloseable {
  private final List<LogRecord> entries = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private LogCapture(Logger logger) {
    this.logger = logger;
  }

  public static LogCapture of(Class<?> source) {
    return of(source.getName());
  }

  /** An empty name captures everything. */
  public static LogCapture of(String name) {
    return of(Logger.getLogger(name));
  }

  public static LogCapture of(Logger logger) {
    LogCapture capture = new LogCapture(logger);
    logger.addHandler(capture);
    return capture;
  }

  /** All entries that the action causes. */
  public static List<LogRecord> during(Runnable action) {
    try (LogCapture capture = of("")) {
      action.run();
      return List.copyOf(capture.entries);
    }
  }

  public List<LogRecord> entries() {
    return entries;
  }

  @Override
  public void publish(LogRecord entry) {
    entries.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
