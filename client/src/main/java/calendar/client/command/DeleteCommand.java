package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.command.base.EventIdParameter;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.DeleteEventRequest;
import calendar.v1.GetEventRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "delete",
    description = {
      "Deletes an event and its reminders.",
      "If the event is an occurrence of a series, the others stay."
    },
    sortOptions = false)
final class DeleteCommand extends OwnerCommand {
  @Mixin private EventIdParameter event;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Delete only if the event still has this etag.")
  private String etag = "";

  @Override
  protected int run(CalendarClient client) {
    String seriesId = root().printsForPeople() ? seriesId(client) : "";
    DeleteEventRequest request =
        DeleteEventRequest.newBuilder().setOwnerId(owner()).setId(event.id()).setEtag(etag).build();
    printer().deleted(event.id(), client.deleteEvent(request));
    if (!seriesId.isEmpty()) {
      note(
          "only this occurrence was deleted. To delete the others: calendar_client series delete "
              + seriesId);
    }
    return ExitStatus.OK;
  }

  /** The series of the event; empty if it is a single event. */
  private String seriesId(CalendarClient client) {
    GetEventRequest request =
        GetEventRequest.newBuilder().setOwnerId(owner()).setId(event.id()).build();
    return client.getEvent(request).getEvent().getSeriesId();
  }
}
