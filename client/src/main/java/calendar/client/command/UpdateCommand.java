package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.EtagMismatchException;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.FieldMask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "update",
    description = {
      "Changes an event. Fields without an option stay as they are.",
      "--start without --end or --duration moves the event and keeps its length."
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

  @Option(names = "--description", paramLabel = "TEXT", description = "The description.")
  private String description;

  @ArgGroup private RemindOption remind;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Change only if the event still has this etag.")
  private String etag = "";

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
    Event.Builder event = Event.newBuilder().setOwnerId(owner()).setId(id.id()).setEtag(etag);
    FieldMask.Builder mask = FieldMask.newBuilder();
    fill(event, mask);
    fillTimes(event, mask, new CurrentEvent(client, owner(), id.id()));
    if (mask.getPathsCount() == 0) {
      throw new UsageException(
          "nothing to change: expected --title, --start, --end, --duration, --description,"
              + " --remind or --no-remind");
    }
    return UpdateEventRequest.newBuilder().setEvent(event).setUpdateMask(mask).build();
  }

  private void fill(Event.Builder event, FieldMask.Builder mask) {
    if (title != null) {
      event.setTitle(title);
      mask.addPaths("title");
    }
    if (description != null) {
      event.setDescription(description);
      mask.addPaths("description");
    }
    if (remind != null) {
      remind.remind.forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
      mask.addPaths("remind_before");
    }
  }

  private void fillTimes(Event.Builder event, FieldMask.Builder mask, CurrentEvent current) {
    Optional<Instant> from =
        Optional.ofNullable(start).map(text -> newStart("--start", text, current::start));
    from.ifPresent(
        time -> {
          event.setStartTime(ProtoTimes.timestamp(time));
          mask.addPaths("start_time");
        });
    Optional<Instant> to =
        end == null
            ? from.map(time -> time.plus(current.length()))
            : Optional.of(end.after(() -> from.orElseGet(current::start), this));
    to.ifPresent(
        time -> {
          event.setEndTime(ProtoTimes.timestamp(time));
          mask.addPaths("end_time");
        });
    if (current.wasRead() && etag.isEmpty()) {
      event.setEtag(current.etag());
    }
  }
}
