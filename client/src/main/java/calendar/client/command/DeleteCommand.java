package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.v1.DeleteEventRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "delete", description = "Deletes an event and its reminders.", sortOptions = false)
final class DeleteCommand extends OwnerCommand {
  @Mixin private EventIdParameter event;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Delete only if the event still has this etag.")
  private String etag = "";

  @Override
  int run(CalendarClient client) {
    DeleteEventRequest request =
        DeleteEventRequest.newBuilder().setOwnerId(owner()).setId(event.id()).setEtag(etag).build();
    printer().deleted(event.id(), client.deleteEvent(request));
    return ExitStatus.OK;
  }
}
