package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.v1.Event;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "update",
    description = "Changes of an event what the options name, and nothing else.",
    sortOptions = false)
final class UpdateCommand extends OwnerCommand {
  @Mixin private EventIdParameter id;

  @Option(names = "--title", paramLabel = "TEXT", description = "What it is.")
  private String title;

  @Option(names = "--start", paramLabel = "TIME", description = "When it begins.")
  private String start;

  @ArgGroup private EndOption end;

  @Option(names = "--description", paramLabel = "TEXT", description = "More about it.")
  private String description;

  @ArgGroup private RemindOption remind;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Change it only if it is still as it was when it had this etag.")
  private String etag = "";

  /** When to remind from now on. */
  private static final class RemindOption {
    @Option(
        names = "--remind",
        paramLabel = "DURATION",
        converter = Converters.ToDuration.class,
        description = "Remind so long before the start, in place of all reminders it has.")
    private List<Duration> remind = List.of();

    @Option(names = "--no-remind", description = "Take all its reminders away.")
    private boolean none;
  }

  @Override
  int run(CalendarClient client) {
    Event.Builder event = Event.newBuilder().setOwnerId(owner()).setId(id.id()).setEtag(etag);
    FieldMask mask = fill(event);
    if (mask.getPathsCount() == 0) {
      throw new UsageException(
          "nothing to change: expected --title, --start, --end, --duration, --description,"
              + " --remind or --no-remind");
    }
    UpdateEventRequest request =
        UpdateEventRequest.newBuilder().setEvent(event).setUpdateMask(mask).build();
    printer().updated(client.updateEvent(request));
    return ExitStatus.OK;
  }

  private FieldMask fill(Event.Builder event) {
    FieldMask.Builder mask = FieldMask.newBuilder();
    if (title != null) {
      event.setTitle(title);
      mask.addPaths("title");
    }
    if (description != null) {
      event.setDescription(description);
      mask.addPaths("description");
    }
    Instant from = start == null ? null : instant("--start", start);
    if (from != null) {
      event.setStartTime(ProtoTimes.timestamp(from));
      mask.addPaths("start_time");
    }
    if (end != null) {
      if (from == null && end.needsStart()) {
        throw new UsageException("--duration: expected --start beside it; use --end without one");
      }
      event.setEndTime(ProtoTimes.timestamp(end.after(from, this)));
      mask.addPaths("end_time");
    }
    if (remind != null) {
      remind.remind.forEach(before -> event.addRemindBefore(ProtoTimes.duration(before)));
      mask.addPaths("remind_before");
    }
    return mask.build();
  }
}
