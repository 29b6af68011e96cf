package calendar.client.command.update;

import calendar.client.ProtoTimes;
import calendar.client.command.base.AllDayOptions;
import calendar.client.command.base.CalendarCommand;
import calendar.client.command.base.Converters;
import calendar.client.command.base.EndOption;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The new fields of an event, or of the occurrences of a series. */
final class ChangeOptions {
  /** All of them, for the error that none is given. */
  static final String NAMES =
      "--title, --start, --end, --duration, --all-day, --free, --busy, --location, --description,"
          + " --remind or --no-remind";

  @Option(names = "--title", paramLabel = "TEXT", description = "The title.")
  private String title;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "Start time: 'tomorrow 9am', 'fri 14:00', '2026-12-01 10:00'. A time without a date means"
              + " the day of the event; of a series, that of the first occurrence that changes.")
  private String start;

  @ArgGroup private EndOption end;

  @Mixin private AllDayOptions allDay;

  @ArgGroup private AvailabilityOption availability;

  @Option(names = "--location", paramLabel = "TEXT", description = "The location. '' removes it.")
  private String location;

  @Option(names = "--description", paramLabel = "TEXT", description = "The description.")
  private String description;

  @ArgGroup private RemindOption remind;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Change only if the event or the series still has this etag.")
  private String etag = "";

  /** Whether the event takes its owner's time. */
  private static final class AvailabilityOption {
    @Option(names = "--free", description = "The owner stays free: the event may overlap others.")
    private boolean free;

    @Option(names = "--busy", description = "The owner is busy.")
    private boolean busy;

    Availability value() {
      return free ? Availability.AVAILABILITY_FREE : Availability.AVAILABILITY_BUSY;
    }
  }

  /** The new reminders of the event. */
  private static final class RemindOption {
    @Option(
        names = "--remind",
        paramLabel = "DURATION",
        converter = Converters.ToDuration.class,
        description = "Remind this long before the start. Replaces all present reminders.")
    private List<Duration> remind = List.of();

    @Option(names = "--no-remind", description = "Remove all reminders.")
    private boolean none;
  }

  /** The etag that the event or series must still have; empty for any. */
  String etag() {
    return etag;
  }

  /**
   * Adds the given fields to an update. Reads the current event only if they depend on it.
   *
   * @throws calendar.client.command.base.UsageException if the options do not fit together, or do
   *     not fit the current event
   */
  void addTo(EventUpdate update, CurrentEvent current, CalendarCommand command) {
    addFields(update);
    new NewTimes(start, end, allDay).addTo(update, current, command);
  }

  private void addFields(EventUpdate update) {
    if (title != null) {
      update.change("title").setTitle(title);
    }
    if (availability != null) {
      update.change("availability").setAvailability(availability.value());
    }
    if (location != null) {
      update.change("location").setLocation(location);
    }
    if (description != null) {
      update.change("description").setDescription(description);
    }
    if (remind != null) {
      Event.Builder event = update.change("remind_before");
      remind.remind.forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
    }
  }
}
