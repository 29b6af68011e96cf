package calendar.client.command.update;

import calendar.client.CalendarClient;
import calendar.client.command.base.EventIdParameter;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.base.UsageException;
import calendar.client.error.EtagMismatchException;
import calendar.v1.GetEventRequest;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "update",
    description = {
      "Changes an event. Fields without an option stay as they are.",
      "--start without --end or --duration moves a timed event and keeps its length. --start with"
          + " one of them makes an all-day event timed.",
      "--all-day with --date moves an all-day event, or makes a timed event all-day. Without --zone,"
          + " the event keeps its time zone; if it has none, it gets the system's.",
      "If the event is an occurrence of a series, the others stay as they are."
    },
    sortOptions = false)
public final class UpdateCommand extends OwnerCommand {
  @Mixin private EventIdParameter id;

  @Mixin private ChangeOptions changes;

  @Override
  protected int run(CalendarClient client) {
    UpdateEventResponse answer;
    try {
      answer = client.updateEvent(request(client));
    } catch (EtagMismatchException changed) {
      if (!changes.etag().isEmpty()) {
        throw changed;
      }
      // The event changed after this command read it. Read it again and retry once.
      answer = client.updateEvent(request(client));
    }
    printer().updated(answer);
    if (!answer.getEvent().getSeriesId().isEmpty()) {
      note(
          "only this occurrence was changed. To change the others: calendar_client series update "
              + answer.getEvent().getSeriesId());
    }
    return ExitStatus.OK;
  }

  private UpdateEventRequest request(CalendarClient client) {
    GetEventRequest reading =
        GetEventRequest.newBuilder().setOwnerId(owner()).setId(id.id()).build();
    CurrentEvent current = new CurrentEvent(() -> client.getEvent(reading).getEvent());
    EventUpdate update = new EventUpdate(owner(), id.id());
    changes.addTo(update, current, this);
    if (update.isEmpty()) {
      throw new UsageException("nothing to change: expected " + ChangeOptions.NAMES);
    }
    String etag = changes.etag();
    update.require(etag.isEmpty() && current.wasRead() ? current.etag() : etag);
    return update.request();
  }
}
