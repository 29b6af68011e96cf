package calendar.client.command.base;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The days of an all-day event, instead of a start and an end. */
public final class AllDayOptions {
  private static final int MOST_DAYS = 366;

  @Option(names = "--all-day", description = "Whole days from --date on, instead of --start.")
  private boolean allDay;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "First day of an all-day event: 2026-12-24, '24 Dec', monday, tomorrow.")
  private String date;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "Number of days of an all-day event, 1 to 366 (default: 1; an update keeps their number).")
  private Integer days;

  /**
   * Returns true if the user chose an all-day event.
   *
   * @param timed true if the user also gave a start or an end
   * @throws UsageException if an option is missing, or contradicts another one
   */
  public boolean areChosen(boolean timed) {
    require(allDay || date == null, "--date needs --all-day");
    require(allDay || days == null, "--days needs --all-day and --date");
    require(!allDay || !timed, "--all-day needs --date instead of --start, --end or --duration");
    require(!allDay || date != null, "--all-day needs --date");
    require(
        days == null || days >= 1 && days <= MOST_DAYS,
        "--days: expected 1 to %d, found %d".formatted(MOST_DAYS, days));
    return allDay;
  }

  public LocalDate first(CalendarCommand command) {
    return command.date("--date", date);
  }

  /** The number of days; empty if the user gave none. */
  public Optional<Integer> days() {
    return Optional.ofNullable(days);
  }

  private static void require(boolean valid, String message) {
    if (!valid) {
      throw new UsageException(message);
    }
  }
}
