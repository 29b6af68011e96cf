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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that calls the calendar. */
abstract class CalendarCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Notes for the user, without repetitions: the meaning chosen for an ambiguous time. */
  private final Set<String> notes = new LinkedHashSet<>();

  @Override
  public final Integer call() throws Exception {
    try (CalendarClient client = root().connect()) {
      return run(client);
    } finally {
      notes.forEach(root()::note);
    }
  }

  /** Runs the command, prints the result and returns the exit status. */
  abstract int run(CalendarClient client) throws Exception;

  final GlobalOptions root() {
    return (GlobalOptions) spec.root().userObject();
  }

  /** Adds a note for the user. Notes are printed after the result. */
  final void note(String line) {
    notes.add(line);
  }

  final ResultPrinter printer() {
    return root().printer();
  }

  final ZoneId zone() {
    return root().zone();
  }

  /** The name of the zone from the option; empty if the user gave none. */
  final Optional<String> givenZoneName() {
    return root().namedZone().map(ZoneId::getId);
  }

  /** Reads an option as a point in time, past or future. */
  final Instant time(String option, String text) {
    return instant(option, times -> times.time(text));
  }

  /** Reads an option as the start of an event. */
  final Instant start(String option, String text) {
    return instant(option, times -> times.start(text));
  }

  /** Reads an option as the new start of an event. Gets the day of its start only if needed. */
  final Instant newStart(String option, String text, Function<ZoneId, LocalDate> presentDay) {
    return instant(option, times -> times.newStart(text, presentDay));
  }

  /** Reads an option as the end of an event. Gets the start only if needed. */
  final Instant end(String option, String text, Supplier<Instant> start) {
    return instant(option, times -> times.end(text, start));
  }

  /** Reads an option as a date. */
  final LocalDate date(String option, String text) {
    return read(option, times -> times.date(text));
  }

  /** Returns the date if the text is a date without a time. */
  final Optional<LocalDate> dateOnly(String text) {
    try {
      return Optional.of(root().times().date(text));
    } catch (TimeInputException other) {
      return Optional.empty();
    }
  }

  private Instant instant(String option, Function<TimeReader, ResolvedTime> reading) {
    ResolvedTime time = read(option, reading);
    time.note().ifPresent(notes::add);
    return time.instant();
  }

  /**
   * Reads an option.
   *
   * @throws UsageException if its text cannot be read
   */
  final <T> T read(String option, Function<TimeReader, T> reading) {
    try {
      return reading.apply(root().times());
    } catch (TimeInputException wrong) {
      throw new UsageException(option + ": " + wrong.getMessage());
    }
  }
}
