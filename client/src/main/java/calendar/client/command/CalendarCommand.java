package calendar.client.command;

import calendar.client.CalendarClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command that calls the calendar. */
abstract class CalendarCommand implements Callable<Integer> {
  @ParentCommand private RootCommand root;

  @Override
  public final Integer call() throws Exception {
    try (CalendarClient client = root.connect()) {
      return run(client);
    }
  }

  /** Does its work, prints the result and returns the exit status. */
  abstract int run(CalendarClient client) throws Exception;

  final RootCommand root() {
    return root;
  }

  final ResultPrinter printer() {
    return root.printer();
  }

  final ZoneId zone() {
    return root.zone();
  }

  /** What an option says, as a point in time. */
  final Instant instant(String option, String text) {
    try {
      return root.times().instant(text);
    } catch (UsageException wrong) {
      throw new UsageException(option + ": " + wrong.getMessage());
    }
  }

  /** What an option says, as a date. */
  final LocalDate date(String option, String text) {
    try {
      return root.times().date(text);
    } catch (UsageException wrong) {
      throw new UsageException(option + ": " + wrong.getMessage());
    }
  }
}
