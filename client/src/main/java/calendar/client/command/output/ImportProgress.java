package calendar.client.command.output;

import calendar.client.importing.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import picocli.CommandLine.Help.Ansi;

/** Shows the progress of an import on a terminal, in one line that it overwrites. */
public final class ImportProgress implements ProgressListener, AutoCloseable {
  private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();
  private static final String START_OF_CLEARED_LINE = "\r\u001b[2K";
  private static final int PERCENT = 100;

  private final PrintStream terminal;
  private final LongSupplier nanoTime;
  private long shownAt;

  /**
   * @param terminal null to show nothing
   * @param nanoTime a clock such as {@link System#nanoTime()}
   */
  ImportProgress(PrintStream terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.shownAt = nanoTime.getAsLong() - PERIOD_NANOS;
  }

  /** Shows progress only if the program runs on a terminal. */
  public static ImportProgress on(PrintStream err) {
    return new ImportProgress(Ansi.AUTO.enabled() ? err : null, System::nanoTime);
  }

  @Override
  public void progressed(int settled, int total) {
    long now = nanoTime.getAsLong();
    if (terminal != null && total > 0 && now - shownAt >= PERIOD_NANOS) {
      shownAt = now;
      terminal.printf(
          "%s%d %% (%d of %d)",
          START_OF_CLEARED_LINE, (long) PERCENT * settled / total, settled, total);
      terminal.flush();
    }
  }

  /** Clears the line. */
  @Override
  public void close() {
    if (terminal != null) {
      terminal.print(START_OF_CLEARED_LINE);
      terminal.flush();
    }
  }
}
