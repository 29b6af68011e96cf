package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.EtagMismatchException;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "update",
    description = {
      "Changes an event. Fields without an option stay as they are.",
      "--start without --end or --duration moves a timed event and keeps its length. --start with"
          + " one of them makes an all-day event timed.",
      "--all-day with --date moves an all-day event, or makes a timed event all-day. Without --zone,"
          + " the event keeps its time zone; if it has none, it gets the system's."
    },
    sortOptions = false)
final class UpdateCommand extends OwnerCommand {
  @Mixin private EventIdParameter id;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title.")
  private String title;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "Start time: 'tomorrow 9am', 'fri 14:00', '2026-12-01 10:00'. A time without a date means"
              + " the day of the event.")
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
      description = "Change only if the event still has this etag.")
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

  @Override
  int run(CalendarClient client) {
    UpdateEventResponse answer;
    try {
      answer = client.updateEvent(request(client));
    } catch (EtagMismatchException changed) {
      if (!etag.isEmpty()) {
        throw changed;
      }
      // The event changed after this command read it. Read it again and retry once.
      answer = client.updateEvent(request(client));
    }
    printer().updated(answer);
    return ExitStatus.OK;
  }

  private UpdateEventRequest request(CalendarClient client) {
    EventUpdate update = new EventUpdate(owner(), id.id());
    CurrentEvent current = new CurrentEvent(client, owner(), id.id());
    addFields(update);
    new NewTimes(start, end, allDay).addTo(update, current, this);
    if (update.isEmpty()) {
      throw new UsageException(
          "nothing to change: expected --title, --start, --end, --duration, --all-day, --free,"
              + " --busy, --location, --description, --remind or --no-remind");
    }
    update.require(etag.isEmpty() && current.wasRead() ? current.etag() : etag);
    return update.request();
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
