package calendar.client.command;

import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.UsageException;
import calendar.client.command.output.ErrorReport;
import calendar.client.command.output.text.TerminalText;
import calendar.client.error.CalendarCallException;
import calendar.client.error.UnreachableException;
import calendar.config.ConfigException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.Map;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program {@code calendar_client}. It prints results to stdout and errors to stderr: one line,
 * and for a series that was refused a line for each of the first conflicts.
 */
public final class CalendarClientProgram {
  private final RootCommand root;
  private final PrintStream out;
  private final PrintStream err;

  private CalendarClientProgram(
      Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
    this.root = new RootCommand(environment, clock, out, err);
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    // Libraries must not write log lines to the terminal.
    LogManager.getLogManager().reset();
    int status =
        run(
            Clock.systemUTC(),
            System.getenv(),
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            arguments);
    System.exit(status);
  }

  /**
   * Runs one command.
   *
   * @param clock the current time for "today" and "in 2 minutes"
   * @return the exit status: 0 success, 1 rejected, 2 wrong usage or configuration, 3 unreachable
   */
  public static int run(
      Clock clock,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      String... arguments) {
    return new CalendarClientProgram(environment, clock, out, err).execute(arguments);
  }

  private int execute(String... arguments) {
    int status =
        new CommandLine(root)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler((wrong, given) -> misused(wrong))
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(command, failure))
            .execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  private int misused(ParameterException wrong) {
    String message =
        wrong instanceof UnmatchedArgumentException unmatched
            ? UnknownArguments.describe(unmatched)
            : wrong.getMessage();
    return misused(wrong.getCommandLine(), message);
  }

  private int misused(CommandLine command, String message) {
    String name = command.getCommandSpec().qualifiedName();
    return printError(ExitStatus.USAGE, "%s: %s (see %s --help)".formatted(name, message, name));
  }

  private int failed(CommandLine command, Exception failure) {
    if (failure instanceof CalendarCallException call) {
      int status =
          failure instanceof UnreachableException ? ExitStatus.UNREACHABLE : ExitStatus.REJECTED;
      ErrorReport report = root.errorReport();
      printError(status, report.describe(call));
      report.details(call).forEach(err::println);
      return status;
    }
    if (failure instanceof UsageException) {
      return misused(command, failure.getMessage());
    }
    if (failure instanceof DateTimeException || failure instanceof ArithmeticException) {
      return misused(command, "expected times from year 1 to 9999");
    }
    if (failure instanceof ConfigException) {
      return printError(ExitStatus.USAGE, failure.getMessage());
    }
    return printError(ExitStatus.REJECTED, "Unexpected error: " + failure);
  }

  private int printError(int status, String line) {
    out.flush();
    err.println(TerminalText.oneLine(line));
    return status;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }
}
