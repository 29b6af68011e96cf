package calendar.client.command;

import calendar.client.importing.ImportCounts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** Shows on a terminal how an import gets on, in a line that it writes over; elsewhere nothing. */
final class ImportProgress implements Consumer<ImportCounts>, AutoCloseable {
  private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();
  private static final String START_OF_CLEARED_LINE = "\r\u001b[2K";

  private final PrintStream terminal;
  private long shownAt = System.nanoTime() - PERIOD_NANOS;

  private ImportProgress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Shows it if the program runs on a terminal. */
  static ImportProgress on(PrintStream err) {
    return new ImportProgress(Ansi.AUTO.enabled() ? err : null);
  }

  @Override
  public void accept(ImportCounts counts) {
    if (terminal != null && System.nanoTime() - shownAt >= PERIOD_NANOS) {
      shownAt = System.nanoTime();
      terminal.print(START_OF_CLEARED_LINE + counts);
      terminal.flush();
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (terminal != null) {
      terminal.print(START_OF_CLEARED_LINE);
      terminal.flush();
    }
  }
}
