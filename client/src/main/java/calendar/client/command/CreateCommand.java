package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.ProtoTimes;
import calendar.client.command.base.AllDayOptions;
import calendar.client.command.base.ConflictOptions;
import calendar.client.command.base.Converters;
import calendar.client.command.base.EndOption;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.base.RuleOption;
import calendar.client.command.base.UsageException;
import calendar.client.command.update.SeriesFields;
import calendar.client.error.UnreachableException;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description = {
      "Books an event: --start with --end or --duration, or --all-day with --date. With --repeat or"
          + " --rrule, books a series: an event for each repetition.",
      "Without --zone, an all-day event or a series is stored with the system's time zone, and a"
          + " timed event without one."
    },
    sortOptions = false)
final class CreateCommand extends OwnerCommand {
  @Option(names = "--title", required = true, paramLabel = "TEXT", description = "The title.")
  private String title;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "Start time: 'tomorrow 9am', 'fri 14:00', '30 Nov 9:00', '2026-12-01 10:00', 20:00"
              + " (today), 'in 2 hours', or RFC 3339. 'next fri' is in next week; weeks start on"
              + " Monday. 'in 2 days' is 48 hours from now.")
  private String start;

  @ArgGroup private EndOption end;

  @Mixin private AllDayOptions allDay;

  @ArgGroup private RuleOption rule;

  @Mixin private ConflictOptions conflicts;

  @Option(
      names = "--free",
      description = "The owner stays free: the event may overlap others (default: busy).")
  private boolean free;

  @Option(names = "--location", paramLabel = "TEXT", description = "The location.")
  private String location = "";

  @Option(names = "--description", paramLabel = "TEXT", description = "The description.")
  private String description = "";

  @Option(
      names = "--remind",
      paramLabel = "DURATION",
      converter = Converters.ToDuration.class,
      description =
          "Remind the owner this long before the start, such as 10m. May be given five times.")
  private List<Duration> remind = List.of();

  @Option(
      names = "--request-id",
      paramLabel = "UUID",
      description =
          "Makes the command safe to repeat: one id never books twice (default: a new id).")
  private String requestId = UUID.randomUUID().toString();

  @Override
  protected int run(CalendarClient client) {
    if (rule == null && conflicts.areGiven()) {
      throw new UsageException("--on-conflict and --check need --repeat or --rrule");
    }
    Event first = event();
    try {
      return rule == null ? createEvent(client, first) : createSeries(client, first);
    } catch (UnreachableException inDoubt) {
      root().err().println(root().errorReport().describe(inDoubt) + "; " + hint());
      return ExitStatus.UNREACHABLE;
    }
  }

  private int createEvent(CalendarClient client, Event event) {
    CreateEventRequest request =
        CreateEventRequest.newBuilder().setEvent(event).setRequestId(requestId).build();
    printer().created(client.createEvent(request));
    return ExitStatus.OK;
  }

  private int createSeries(CalendarClient client, Event first) {
    CreateSeriesRequest request =
        CreateSeriesRequest.newBuilder()
            .setSeries(SeriesFields.series(first).addAllRecurrence(rule.lines(() -> first, this)))
            .setRequestId(requestId)
            .setOnConflict(conflicts.choice())
            .setValidateOnly(conflicts.isCheck())
            .build();
    CreateSeriesResponse answer = client.createSeries(request);
    if (conflicts.isCheck()) {
      printer().checked(answer);
      return conflicts.statusOfCheck(answer.getConflictCount());
    }
    printer().created(answer);
    return ExitStatus.OK;
  }

  /** The event, or the first occurrence of the series. */
  private Event event() {
    Event.Builder event =
        Event.newBuilder()
            .setOwnerId(owner())
            .setTitle(title)
            .setDescription(description)
            .setLocation(location);
    if (free) {
      event.setAvailability(Availability.AVAILABILITY_FREE);
    }
    if (allDay.areChosen(start != null || end != null)) {
      setDates(event);
    } else {
      setTimes(event);
    }
    remind.forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
    return event.build();
  }

  private void setDates(Event.Builder event) {
    LocalDate first = allDay.first(this);
    event
        .setStartDate(ProtoTimes.date(first))
        .setEndDate(ProtoTimes.date(first.plusDays(allDay.days().orElse(1))))
        .setTimeZone(root().zoneName());
  }

  private void setTimes(Event.Builder event) {
    if (start == null || end == null) {
      throw new UsageException(
          "expected --start with --end or --duration, or --all-day with --date");
    }
    Instant from = start("--start", start);
    event
        .setStartTime(ProtoTimes.timestamp(from))
        .setEndTime(ProtoTimes.timestamp(end.after(() -> from, this)));
    if (rule == null) {
      givenZoneName().ifPresent(event::setTimeZone);
    } else {
      event.setTimeZone(root().zoneName());
    }
  }

  /** Without an answer, the client cannot know whether the event or series is booked. */
  private String hint() {
    return (rule == null ? "the event" : "the series")
        + " may already be booked. To be sure, repeat the command with --request-id="
        + requestId;
  }
}
