package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.command.output.ResultPrinter;
import calendar.client.time.ResolvedTime;
import calendar.client.time.TimeInputException;
import calendar.client.time.TimeReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ParentCommand;

/** A command that calls the calendar. */
abstract class CalendarCommand implements Callable<Integer> {
  @ParentCommand private RootCommand root;

  /** For the user, each once: which of two meanings was taken. */
  private final Set<String> notes = new LinkedHashSet<>();

  @Override
  public final Integer call() throws Exception {
    try (CalendarClient client = root.connect()) {
      return run(client);
    } finally {
      notes.forEach(root::note);
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

  /** What an option says, as a point in time; it may have passed. */
  final Instant time(String option, String text) {
    return instant(option, times -> times.time(text));
  }

  /** What an option says, as the start of an event. */
  final Instant start(String option, String text) {
    return instant(option, times -> times.start(text));
  }

  /** What an option says, as the new start of an event; the present one is asked for if needed. */
  final Instant newStart(String option, String text, Supplier<Instant> present) {
    return instant(option, times -> times.newStart(text, present));
  }

  /** What an option says, as the end of an event; its start is asked for only if needed. */
  final Instant end(String option, String text, Supplier<Instant> start) {
    return instant(option, times -> times.end(text, start));
  }

  /** What an option says, as a date. */
  final LocalDate date(String option, String text) {
    return read(option, times -> times.date(text));
  }

  private Instant instant(String option, Function<TimeReader, ResolvedTime> reading) {
    ResolvedTime time = read(option, reading);
    time.note().ifPresent(notes::add);
    return time.instant();
  }

  private <T> T read(String option, Function<TimeReader, T> reading) {
    try {
      return reading.apply(root.times());
    } catch (TimeInputException wrong) {
      throw new UsageException(option + ": " + wrong.getMessage());
    }
  }
}
