package calendar.client.command.base;

import calendar.client.CalendarClient;
import calendar.client.command.output.ResultPrinter;
import calendar.client.time.ResolvedTime;
import calendar.client.time.TimeReader;
import calendar.client.time.text.TimeInputException;
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
public abstract class CalendarCommand implements Callable<Integer> {
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
  protected abstract int run(CalendarClient client) throws Exception;

  public final GlobalOptions root() {
    return (GlobalOptions) spec.root().userObject();
  }

  /** Adds a note for the user. Notes are printed after the result. */
  public final void note(String line) {
    notes.add(line);
  }

  protected final ResultPrinter printer() {
    return root().printer();
  }

  public final ZoneId zone() {
    return root().zone();
  }

  /** The name of the zone from the option; empty if the user gave none. */
  public final Optional<String> givenZoneName() {
    return root().namedZone().map(ZoneId::getId);
  }

  /** Reads an option as a point in time, past or future. */
  public final Instant time(String option, String text) {
    return instant(option, times -> times.time(text));
  }

  /** Reads an option as the start of an event. */
  protected final Instant start(String option, String text) {
    return instant(option, times -> times.start(text));
  }

  /** Reads an option as the new start of an event. Gets the day of its start only if needed. */
  public final Instant newStart(
      String option, String text, Function<ZoneId, LocalDate> presentDay) {
    return instant(option, times -> times.newStart(text, presentDay));
  }

  /** Reads an option as the end of an event. Gets the start only if needed. */
  final Instant end(String option, String text, Supplier<Instant> start) {
    return instant(option, times -> times.end(text, start));
  }

  /** Reads an option as a date. */
  public final LocalDate date(String option, String text) {
    return read(option, times -> times.date(text));
  }

  /** Returns the date if the text is a date without a time. */
  public final Optional<LocalDate> dateOnly(String text) {
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
