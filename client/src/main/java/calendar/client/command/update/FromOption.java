package calendar.client.command.update;

import calendar.client.ProtoTimes;
import calendar.client.command.base.CalendarCommand;
import calendar.client.command.base.UsageException;
import calendar.v1.Event;
import calendar.v1.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** The occurrence from which on a series changes. */
public final class FromOption {
  /** Rules that may give more than one start on a day. */
  private static final Pattern SEVERAL_A_DAY =
      Pattern.compile("(?i)FREQ=HOURLY|BY(?:HOUR|MINUTE|SECOND)=\\d+,");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Only the occurrence with this original start and those that follow (default: the whole"
              + " series). A date is enough if the series has one occurrence on that day.")
  private String from;

  public boolean isGiven() {
    return from != null;
  }

  /**
   * The occurrence, as the series describes it: with dates in an all-day series, else with times.
   * The calendar checks that the rule of the series gives it.
   *
   * @throws UsageException if the option cannot be read
   */
  public Event occurrence(Series series, CalendarCommand command) {
    return series.hasStartDate()
        ? SeriesFields.occurrence(series, command.date("--from", from))
        : SeriesFields.occurrence(series, start(series, command));
  }

  private Instant start(Series series, CalendarCommand command) {
    return command
        .dateOnly(from)
        .map(day -> startOn(day, series, command))
        .orElseGet(() -> command.time("--from", from));
  }

  /** The start on a day of the user's zone, at the time of day of the series, in its own zone. */
  private Instant startOn(LocalDate day, Series series, CalendarCommand command) {
    if (series.getRecurrenceList().stream().anyMatch(SEVERAL_A_DAY.asPredicate())) {
      throw new UsageException(
          "--from: the series can have several occurrences a day: expected a time such as '%s 10:00'"
              .formatted(day));
    }
    ZoneId zone = ZoneId.of(series.getTimeZone());
    LocalTime time = LocalTime.ofInstant(ProtoTimes.instant(series.getStartTime()), zone);
    return LongStream.of(0, -1, 1)
        .mapToObj(days -> day.plusDays(days).atTime(time).atZone(zone).toInstant())
        .filter(start -> LocalDate.ofInstant(start, command.zone()).equals(day))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--from: the series cannot start on %s in %s: expected a time"
                        .formatted(day, command.zone())));
  }
}
