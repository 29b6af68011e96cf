package calendar.client.command;

import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Option;

/** When an event ends, told in one of two ways. */
final class EndOption {
  @Option(names = "--end", paramLabel = "TIME", description = "When it has ended.")
  private String end;

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description = "How long it takes instead: 15m, 1h30m, 1d (24 hours), PT15M.")
  private Duration duration;

  boolean needsStart() {
    return duration != null;
  }

  /**
   * The end of an event.
   *
   * @param start of the event; used with a duration only
   */
  Instant after(Instant start, CalendarCommand command) {
    return duration == null ? command.instant("--end", end) : start.plus(duration);
  }
}
