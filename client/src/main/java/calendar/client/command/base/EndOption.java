package calendar.client.command.base;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The end of an event, given as a time or as a duration. */
public final class EndOption {
  @Option(
      names = "--end",
      paramLabel = "TIME",
      description =
          "End time. A time without a date, such as 11:00 or 24:00, means the day of the start.")
  private String end;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description = "Length, instead of --end: 15m, 1h30m, 1d (24 hours), PT15M.")
  private Duration duration;

  /**
   * The end of an event.
   *
   * @param start the event's start; called only if the end depends on it
   */
  public Instant after(Supplier<Instant> start, CalendarCommand command) {
    return duration == null ? command.end("--end", end, start) : start.get().plus(duration);
  }
}
